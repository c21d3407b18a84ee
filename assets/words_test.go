package assets_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// use is one lookup of a key in the source.
type use struct {
	at     token.Position
	key    string
	plural bool
	fields []string // the fields given, sorted; nil where the source does not show them
}

func TestWordsInUseAreTranslatedAndNoOthers(t *testing.T) {
	english := map[string]message{}
	for part, languages := range translations(t) {
		if part == "fyne" {
			continue // Fyne looks them up
		}
		for key, m := range languages["en"] {
			english[key] = m
		}
	}
	used := map[string]bool{}
	for _, u := range uses(t) {
		used[u.key] = true
		m, ok := english[u.key]
		if !assert.True(t, ok, "%s: %q stands in no translation", u.at, u.key) {
			continue
		}
		assert.Equal(t, m.forms != nil, u.plural, "%s: lang.N is for keys with plural forms, lang.L for the others: %s", u.at, u.key)
		if u.fields != nil {
			assert.Equal(t, fields(t, m.texts()[0]), u.fields, "%s: fields of %s", u.at, u.key)
		}
	}
	for key := range english {
		assert.True(t, used[key], "%q is translated but never used", key)
	}
}

// uses finds all lookups of words in the packages of this module.
func uses(t *testing.T) []use {
	t.Helper()
	var found []use
	require.NoError(t, filepath.WalkDir("..", func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name := entry.Name()
		if entry.IsDir() && path != ".." && (strings.HasPrefix(name, ".") || name == "testdata") {
			return fs.SkipDir
		}
		if !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return nil
		}
		files := token.NewFileSet()
		file, err := parser.ParseFile(files, path, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		found = append(found, usesIn(t, files, file)...)
		return nil
	}))
	return found
}

func usesIn(t *testing.T, files *token.FileSet, file *ast.File) []use {
	t.Helper()
	if !slices.ContainsFunc(file.Imports, func(i *ast.ImportSpec) bool {
		return i.Path.Value == `"fyne.io/fyne/v2/lang"` && file.Name.Name != "assets"
	}) {
		return nil
	}
	var found []use
	callees := map[ast.Node]bool{}
	ast.Inspect(file, func(node ast.Node) bool {
		if call, ok := node.(*ast.CallExpr); ok && lookup(call.Fun) != "" {
			callees[call.Fun] = true
			found = append(found, useOf(t, files.Position(call.Pos()), call))
		}
		if selector, ok := node.(*ast.SelectorExpr); ok && lookup(selector) != "" {
			assert.True(t, callees[selector], "%s: %s must be called where the key stands", files.Position(node.Pos()), lookup(selector))
		}
		return true
	})
	return found
}

// lookup gives the name of the function of package lang that node is, if it is
// one that looks words up.
func lookup(node ast.Expr) string {
	selector, ok := node.(*ast.SelectorExpr)
	if !ok {
		return ""
	}
	pkg, ok := selector.X.(*ast.Ident)
	if !ok || pkg.Name != "lang" {
		return ""
	}
	switch name := selector.Sel.Name; name {
	case "L", "N", "X", "XN", "Localize", "LocalizePlural", "LocalizeKey", "LocalizePluralKey":
		return name
	}
	return ""
}

func useOf(t *testing.T, at token.Position, call *ast.CallExpr) use {
	t.Helper()
	u := use{at: at, plural: lookup(call.Fun) == "N"}
	assert.Contains(t, []string{"L", "N"}, lookup(call.Fun), "%s: use lang.L or lang.N", at)
	literal, ok := call.Args[0].(*ast.BasicLit)
	if !assert.True(t, ok && literal.Kind == token.STRING, "%s: the key must be a literal", at) {
		return u
	}
	key, err := strconv.Unquote(literal.Value)
	require.NoError(t, err)
	u.key = key
	if data, ok := call.Args[len(call.Args)-1].(*ast.CompositeLit); ok {
		u.fields = keysOf(data)
	}
	return u
}

// keysOf gives the keys of a literal map or struct, sorted.
func keysOf(literal *ast.CompositeLit) []string {
	keys := []string{}
	for _, element := range literal.Elts {
		pair, ok := element.(*ast.KeyValueExpr)
		if !ok {
			return nil
		}
		switch key := pair.Key.(type) {
		case *ast.BasicLit:
			keys = append(keys, strings.Trim(key.Value, `"`))
		case *ast.Ident:
			keys = append(keys, key.Name)
		}
	}
	slices.Sort(keys)
	return keys
}

func TestFilesAreNamedAfterTheirParts(t *testing.T) {
	parts := []string{
		"fyne", "common", "app", "account", "deck", "note", "notification",
		"postform", "media", "upload", "settings", "mfm", "gallery", "error",
	}
	for part := range translations(t) {
		assert.Contains(t, parts, part)
	}
}
