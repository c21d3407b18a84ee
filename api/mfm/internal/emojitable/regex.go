package main

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// sequence is one string the expression matches, in UTF-16 units.
type sequence struct {
	units  []uint16
	unless uint16 // not 0: matches only where this unit does not follow
}

// runes is the sequence in runes.
func (s sequence) runes() []rune { return utf16.Decode(s.units) }

// expression reads the part of JavaScript's regular expressions that matches finitely many strings: alternatives, groups, classes, options and (?!c).
// It lists those strings in the order in which a backtracking matcher would try them.
type expression struct{ rest string }

// alternatives reads a|b|c up to a closing bracket or the end.
func (e *expression) alternatives() ([]sequence, error) {
	var all []sequence
	for {
		branch, err := e.concatenation()
		if err != nil {
			return nil, err
		}
		all = append(all, branch...)
		if !e.eat("|") {
			return all, nil
		}
	}
}

// concatenation reads one branch of the alternatives.
func (e *expression) concatenation() ([]sequence, error) {
	all := []sequence{{}}
	for e.rest != "" && e.rest[0] != '|' && e.rest[0] != ')' {
		part, err := e.atom()
		if err != nil {
			return nil, err
		}
		if e.eat("?") {
			part = append(part, sequence{})
		}
		all = join(all, part)
	}
	return all, nil
}

// join lists every string of a followed by every string of b, as far as a condition at the end of the former allows it.
func join(a, b []sequence) []sequence {
	var all []sequence
	for _, x := range a {
		for _, y := range b {
			if len(y.units) == 0 {
				all = append(all, sequence{x.units, max(x.unless, y.unless)})
				continue
			}
			if x.unless == 0 || y.units[0] != x.unless {
				units := append(append([]uint16{}, x.units...), y.units...)
				all = append(all, sequence{units, y.unless})
			}
		}
	}
	return all
}

// atom reads a group, a condition, a class or a unit.
func (e *expression) atom() ([]sequence, error) {
	switch {
	case e.eat("(?!"):
		unit, err := e.unit()
		if err != nil {
			return nil, err
		}
		return []sequence{{unless: unit}}, e.expect(")")
	case e.eat("(?:"), e.eat("("):
		all, err := e.alternatives()
		if err != nil {
			return nil, err
		}
		return all, e.expect(")")
	case e.eat("["):
		return e.class()
	}
	if strings.HasPrefix(e.rest, "*") {
		return nil, fmt.Errorf("repeats without end: %.20q", e.rest)
	}
	unit, err := e.unit()
	return []sequence{{units: []uint16{unit}}}, err
}

// class reads the rest of [a-bc].
func (e *expression) class() ([]sequence, error) {
	var all []sequence
	for !e.eat("]") {
		low, err := e.unit()
		if err != nil {
			return nil, err
		}
		high := low
		if e.eat("-") {
			if high, err = e.unit(); err != nil {
				return nil, err
			}
		}
		for u := int(low); u <= int(high); u++ {
			all = append(all, sequence{units: []uint16{uint16(u)}})
		}
	}
	return all, nil
}

// unit reads one character or \uXXXX.
func (e *expression) unit() (uint16, error) {
	if e.eat(`\u`) {
		if len(e.rest) < 4 {
			return 0, fmt.Errorf("cut off after %q", e.rest)
		}
		u, err := strconv.ParseUint(e.rest[:4], 16, 16)
		e.rest = e.rest[4:]
		return uint16(u), err
	}
	r, size := utf8.DecodeRuneInString(e.rest)
	if size == 0 || r > 0xFFFF || strings.ContainsRune(`\{}+^$.`, r) {
		return 0, fmt.Errorf("not understood: %.20q", e.rest)
	}
	e.rest = e.rest[size:]
	return uint16(r), nil
}

// eat takes a prefix when it is there.
func (e *expression) eat(prefix string) bool {
	rest, found := strings.CutPrefix(e.rest, prefix)
	e.rest = rest
	return found
}

// expect takes a prefix that must be there.
func (e *expression) expect(prefix string) error {
	if !e.eat(prefix) {
		return fmt.Errorf("wanted %q, found %.20q", prefix, e.rest)
	}
	return nil
}
