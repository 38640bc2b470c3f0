// Package charset is being written.
package charset
