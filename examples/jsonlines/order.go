package main

import "iter"

// inOrder calls f for each name on that many goroutines and yields the
// results in the order of the names. It holds a few results at most, however
// long the list is.
func inOrder(names []string, workers int, f func(name string) result) iter.Seq[result] {
	type task struct {
		name string
		done chan result
	}
	return func(yield func(result) bool) {
		tasks := make(chan task)
		order := make(chan task, 4*workers)
		stop := make(chan struct{})
		defer close(stop)
		for range workers {
			go func() {
				for t := range tasks {
					t.done <- f(t.name)
				}
			}()
		}
		go func() {
			defer close(order)
			defer close(tasks)
			for _, name := range names {
				t := task{name, make(chan result, 1)}
				select {
				case order <- t:
				case <-stop:
					return
				}
				select {
				case tasks <- t:
				case <-stop:
					return
				}
			}
		}()
		for t := range order {
			if !yield(<-t.done) {
				return
			}
		}
	}
}
