package app

import (
	"bytes"
	"runtime"
)

// goroutinesLeft counts the goroutines of our own that still run, beside the
// one that asks.
func goroutinesLeft() int {
	stacks := make([]byte, 1<<20)
	stacks = stacks[:runtime.Stack(stacks, true)]
	left := 0
	for i, stack := range bytes.Split(stacks, []byte("\n\n")) {
		if i > 0 && bytes.Contains(stack, []byte("mejiro/")) && !bytes.Contains(stack, []byte("(*instance).serve")) {
			left++
		}
	}
	return left
}
