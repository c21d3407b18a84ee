package misskeytest

import (
	"fmt"
	"math"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

// kind is the JSON type a parameter wants.
type kind string

const (
	kindString  kind = "string"
	kindInteger kind = "integer"
	kindBoolean kind = "boolean"
	kindArray   kind = "array"
	kindObject  kind = "object"
)

// field is the rule for one parameter. The zero bounds mean none.
type field struct {
	name     string
	kind     kind
	isID     bool
	required bool
	nullable bool
	unique   bool
	min, max int // characters, items or the value itself
	enum     []string
	items    *field
	fields   schema
	fallback any
}

// schema is the rules for a body, in the order they are checked.
type schema []field

func text(name string) field    { return field{name: name, kind: kindString} }
func integer(name string) field { return field{name: name, kind: kindInteger} }
func boolean(name string, fallback any) field {
	return field{name: name, kind: kindBoolean, fallback: fallback}
}
func ident(name string) field { return field{name: name, kind: kindString, isID: true} }
func list(name string, items field) field {
	return field{name: name, kind: kindArray, items: &items}
}

func (f field) must() field                  { f.required = true; return f }
func (f field) orNull() field                { f.nullable = true; return f }
func (f field) distinct() field              { f.unique = true; return f }
func (f field) within(least, most int) field { f.min, f.max = least, most; return f }
func (f field) oneOf(words ...string) field  { f.enum = words; return f }
func (f field) otherwise(value any) field    { f.fallback = value; return f }

// paging are the parameters of everything that comes in pages.
func paging() schema {
	return schema{
		integer("limit").within(1, 100).otherwise(10.0),
		ident("sinceId"), ident("untilId"), integer("sinceDate"), integer("untilDate"),
	}
}

// offsetPaging are the parameters of what is paged by position.
func offsetPaging() schema {
	return schema{
		integer("limit").within(1, 100).otherwise(10.0),
		integer("offset").otherwise(0.0),
	}
}

func params(fields ...field) schema { return fields }

func (s schema) and(more ...field) schema { return append(slices.Clone(s), more...) }

// check refuses a body that breaks a rule and fills in what was left out.
func (s schema) check(body object, path string) *refusal {
	for _, f := range s {
		if _, ok := body[f.name]; f.required && !ok {
			return invalidParam(path+"/required", fmt.Sprintf("must have required property '%s'", f.name))
		}
	}
	for _, f := range s {
		value, ok := body[f.name]
		if !ok {
			if f.fallback != nil {
				body[f.name] = f.fallback
			}
			continue
		}
		if r := f.check(value, path+"/properties/"+f.name); r != nil {
			return r
		}
	}
	return nil
}

func (f field) check(value any, path string) *refusal {
	if value == nil && f.nullable {
		return nil
	}
	if !f.kind.holds(value) {
		want := string(f.kind)
		if f.nullable {
			want += ",null"
		}
		return invalidParam(path+"/type", "must be "+want)
	}
	switch v := value.(type) {
	case string:
		return f.checkString(v, path)
	case float64:
		return f.checkNumber(v, path)
	case []any:
		return f.checkArray(v, path)
	case object:
		return f.fields.check(v, path)
	}
	return nil
}

func (k kind) holds(value any) bool {
	switch v := value.(type) {
	case string:
		return k == kindString
	case float64:
		return k == kindInteger && v == math.Trunc(v)
	case bool:
		return k == kindBoolean
	case []any:
		return k == kindArray
	case object:
		return k == kindObject
	}
	return false
}

var idFormat = regexp.MustCompile(`^[a-zA-Z0-9]+$`)

func (f field) checkString(v, path string) *refusal {
	n := utf8.RuneCountInString(v)
	switch {
	case f.max > 0 && n > f.max:
		return invalidParam(path+"/maxLength", fmt.Sprintf("must NOT have more than %d characters", f.max))
	case n < f.min:
		return invalidParam(path+"/minLength", fmt.Sprintf("must NOT have fewer than %d characters", f.min))
	case f.isID && !idFormat.MatchString(v):
		return invalidParam(path+"/format", `must match format "misskey:id"`)
	case len(f.enum) > 0 && !slices.Contains(f.enum, v):
		return invalidParam(path+"/enum", "must be equal to one of the allowed values")
	}
	return nil
}

func (f field) checkNumber(v float64, path string) *refusal {
	switch {
	case f.max > 0 && v > float64(f.max):
		return invalidParam(path+"/maximum", fmt.Sprintf("must be <= %d", f.max))
	case f.min > 0 && v < float64(f.min):
		return invalidParam(path+"/minimum", fmt.Sprintf("must be >= %d", f.min))
	}
	return nil
}

func (f field) checkArray(v []any, path string) *refusal {
	switch {
	case f.max > 0 && len(v) > f.max:
		return invalidParam(path+"/maxItems", fmt.Sprintf("must NOT have more than %d items", f.max))
	case len(v) < f.min:
		return invalidParam(path+"/minItems", fmt.Sprintf("must NOT have fewer than %d items", f.min))
	}
	for i, item := range v {
		if r := f.items.check(item, path+"/items"); r != nil {
			return r
		}
		if j := earlier(v[:i], item); f.unique && j >= 0 {
			return invalidParam(path+"/uniqueItems",
				fmt.Sprintf("must NOT have duplicate items (items ## %d and %d are identical)", j, i))
		}
	}
	return nil
}

// earlier is where a text stands among items, or -1.
func earlier(items []any, item any) int {
	return slices.IndexFunc(items, func(other any) bool {
		a, ok := other.(string)
		b, also := item.(string)
		return ok && also && a == b
	})
}

// cast turns the texts of a query string or a form into the JSON types the
// schema wants. What cannot be cast is refused.
func (s schema) cast(body object) *refusal {
	for _, f := range s {
		v, ok := body[f.name].(string)
		if !ok || f.kind == kindString {
			continue
		}
		parsed, err := parseJSON(strings.NewReader(v))
		if err != nil || !f.kind.holds(parsed) {
			return refuse("INVALID_PARAM", "Invalid param.", "0b5f1631-7c1a-41a6-b399-cce335f34d85").
				withInfo(object{"param": f.name, "reason": "cannot cast to " + string(f.kind)})
		}
		body[f.name] = parsed
	}
	return nil
}
