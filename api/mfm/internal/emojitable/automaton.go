package main

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// What it means to have read a sequence up to a state.
const (
	acceptNo     = 0
	acceptYes    = 1
	acceptUnless = 2 // only where no U+FE0E follows
)

// state is a state of the trie, and after minimising of the automaton.
type state struct {
	accept int
	next   map[rune]*state
}

// edge leads on any rune of a range to another state.
type edge struct {
	low, high rune
	to        int
}

// row is a state as it is written out.
type row struct {
	accept int
	edges  []edge
}

// trie holds the sequences. A sequence that could never match, because a matcher is content with its beginning first, is left out.
func trie(sequences []sequence) *state {
	root := &state{next: map[rune]*state{}}
	for _, s := range sequences {
		root.insert(s)
	}
	return root
}

// insert adds a sequence unless a beginning of it was there before.
func (s *state) insert(q sequence) {
	at := s
	runes := q.runes()
	for i, r := range runes {
		if i > 0 && (at.accept == acceptYes || at.accept == acceptUnless && r != textSelector) {
			return
		}
		to := at.next[r]
		if to == nil {
			to = &state{next: map[rune]*state{}}
			at.next[r] = to
		}
		at = to
	}
	switch {
	case q.unless == 0:
		at.accept = acceptYes
	case at.accept == acceptNo:
		at.accept = acceptUnless
	}
}

// automaton numbers the states of a trie, equal ones alike; the root is the last.
type automaton struct {
	rows   []row
	number map[string]int
}

// add numbers a state after those it leads to.
func (a *automaton) add(s *state) int {
	var edges []edge
	for _, r := range slices.Sorted(maps.Keys(s.next)) {
		to := a.add(s.next[r])
		if n := len(edges); n > 0 && edges[n-1].high == r-1 && edges[n-1].to == to {
			edges[n-1].high = r
			continue
		}
		edges = append(edges, edge{r, r, to})
	}
	var key strings.Builder
	fmt.Fprint(&key, s.accept, edges)
	if i, ok := a.number[key.String()]; ok {
		return i
	}
	i := len(a.rows)
	a.rows = append(a.rows, row{s.accept, edges})
	a.number[key.String()] = i
	return i
}
