package misskeytest

import (
	"fmt"
	"maps"
	"slices"
)

// shape is what recorded values of one place have in common: their JSON
// types, their keys and the shapes below.
type shape struct {
	types   map[string]bool
	objects int               // how many objects were seen
	keys    map[string]int    // in how many objects a key was seen
	below   map[string]*shape // by key, "[]" for items
}

func newShape() *shape {
	return &shape{types: map[string]bool{}, keys: map[string]int{}, below: map[string]*shape{}}
}

// free are the keys under which objects have keys of their own kind.
var free = map[string]bool{"reactions": true, "reactionEmojis": true, "emojis": true, "policies": true}

func (s *shape) at(key string) *shape {
	if s.below[key] == nil {
		s.below[key] = newShape()
	}
	return s.below[key]
}

// learn adds a recorded value.
func (s *shape) learn(value any) {
	s.types[jsonType(value)] = true
	switch v := value.(type) {
	case object:
		s.objects++
		for key, item := range v {
			s.keys[key]++
			if _, isMap := item.(object); free[key] && isMap {
				s.at(key).types["object"] = true
				continue
			}
			s.at(key).learn(item)
		}
	case []any:
		for _, item := range v {
			s.at("[]").learn(item)
		}
	}
}

// misfits are where a value differs from everything learnt. more are keys that
// recordings of a server without others cannot have.
func (s *shape) misfits(value any, path string, more map[string]bool) []string {
	if !s.types[jsonType(value)] {
		return []string{fmt.Sprintf("%s is %s, not %v", path, jsonType(value), slices.Sorted(maps.Keys(s.types)))}
	}
	var found []string
	switch v := value.(type) {
	case object:
		for key, n := range s.keys {
			if _, ok := v[key]; !ok && n == s.objects {
				found = append(found, path+"."+key+" is missing")
			}
		}
		for key, item := range v {
			switch _, isMap := item.(object); {
			case s.keys[key] == 0 && !more[key]:
				found = append(found, path+"."+key+" is unknown")
			case s.keys[key] > 0 && !(free[key] && isMap):
				found = append(found, s.below[key].misfits(item, path+"."+key, more)...)
			}
		}
	case []any:
		for i, item := range v {
			if s.below["[]"] == nil {
				break // recorded empty
			}
			found = append(found, s.below["[]"].misfits(item, fmt.Sprintf("%s[%d]", path, i), more)...)
		}
	}
	return found
}

func jsonType(value any) string {
	switch value.(type) {
	case nil:
		return "null"
	case string:
		return "string"
	case float64:
		return "number"
	case bool:
		return "boolean"
	case []any:
		return "list"
	}
	return "object"
}
