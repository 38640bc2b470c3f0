// Package article is the document model of a Vietnamese news article: its
// title, lead and byline, its body of typed blocks, captions with their
// credits, and the blocks of related links around it.
package article
