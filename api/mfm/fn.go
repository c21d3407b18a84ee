package mfm

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// fn parses $[name.key=value,flag content]. As with every container, a function that breaks off is text up to where it does.
func (p *parser) fn(pos int, c place, out *list) int {
	if !strings.HasPrefix(p.text[pos:], "$[") {
		return 0
	}
	name := pos + 2
	nameEnd := spanOf(p.text, name, isName)
	if nameEnd == name {
		return name
	}
	head := p.argsEnd(nameEnd)
	if !strings.HasPrefix(p.text[head:], " ") {
		return head
	}
	var wrap func([]Node) Node
	if out != nil {
		wrap = func(children []Node) Node {
			return Fn{p.text[name:nameEnd], parseArgs(p.text[nameEnd:head]), children}
		}
	}
	return p.container(pos, p.text[pos:head+1], closeFn, c, out, wrap)
}

// argsEnd gives the end of the arguments at pos, which is pos when there are none. An argument that breaks off is not one.
func (p *parser) argsEnd(pos int) int {
	end := pos
	for separator := byte('.'); end < len(p.text) && p.text[end] == separator; separator = ',' {
		key := spanOf(p.text, end+1, isName)
		if key == end+1 {
			break
		}
		end = key
		if key < len(p.text) && p.text[key] == '=' {
			if value := spanOf(p.text, key+1, isHostlike); value > key+1 {
				end = value
			}
		}
	}
	return end
}

// parseArgs takes arguments apart. They are in the order of a JavaScript object's keys, as others show and write them: numbers first, the others as they
// came; of one key the last value counts, in the first place. The key __proto__ leaves no trace there.
func parseArgs(text string) []Arg {
	if text == "" {
		return nil
	}
	var args []Arg
	for part := range strings.SplitSeq(text[1:], ",") {
		key, value, _ := strings.Cut(part, "=")
		if key == "__proto__" {
			continue
		}
		i := slices.IndexFunc(args, func(a Arg) bool { return a.Key == key })
		if i < 0 {
			args = append(args, Arg{key, value})
			continue
		}
		args[i].Value = value
	}
	slices.SortStableFunc(args, func(a, b Arg) int { return cmp.Compare(arrayIndex(a.Key), arrayIndex(b.Key)) })
	return args
}

// arrayIndex is the number that key is when JavaScript takes it for the index of an array, otherwise a greater one.
func arrayIndex(key string) uint64 {
	const none = 1<<32 - 1
	n, err := strconv.ParseUint(key, 10, 32)
	if err != nil || strconv.FormatUint(n, 10) != key {
		return none
	}
	return n
}
