package app

import (
	"context"
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// root is the project's folder, seen from this package.
const root = ".."

// reach lists, for every package of the project, what it and the packages of
// the project that it depends on import. What libraries import of their own
// accord is theirs: Fyne reaches net/http.
func reach(t *testing.T) map[string][]string {
	t.Helper()
	type goPackage struct {
		ImportPath    string
		Imports, Deps []string
	}
	all := map[string]goPackage{}
	for decoder := list(t, "-json=ImportPath,Imports,Deps"); decoder.More(); {
		var p goPackage
		require.NoError(t, decoder.Decode(&p))
		all[p.ImportPath] = p
	}
	require.Greater(t, len(all), 20, "the packages of the project were not found")
	reached := map[string][]string{}
	for name, p := range all {
		reached[name] = append(reached[name], p.Imports...)
		for _, dep := range p.Deps {
			reached[name] = append(reached[name], all[dep].Imports...)
		}
	}
	return reached
}

// TestPackagesReachOnlyWhatTheyMay holds the direction of imports.
func TestPackagesReachOnlyWhatTheyMay(t *testing.T) {
	const fyne = "fyne.io/fyne/v2"
	rules := []struct {
		packages string // a regular expression
		never    []string
	}{
		{`^mejiro/api($|/)`, []string{fyne, "mejiro/app", "mejiro/widgets", "mejiro/assets"}},
		{`^mejiro/api/(misskey|mfm)$`, []string{"net/http", "mejiro/api/stream"}},
		{`^mejiro/widgets($|/)`, []string{"net/http", "mejiro/api/stream", "mejiro/api/miauth", "mejiro/app"}},
		{`^mejiro/app/store$`, []string{"net/http", "mejiro/api/stream", "mejiro/widgets"}},
		{`^mejiro/app/task$`, []string{"mejiro/"}},
		{`^mejiro/app/(session|upload|media|account|settings|trace)$`, []string{"mejiro/app/screens"}},
		{`^mejiro/assets$`, []string{"mejiro/"}},
	}
	for name, deps := range reach(t) {
		for _, rule := range rules {
			if !regexp.MustCompile(rule.packages).MatchString(name) {
				continue
			}
			for _, dep := range deps {
				for _, never := range rule.never {
					reached := dep == never || strings.HasPrefix(dep, strings.TrimSuffix(never, "/")+"/")
					assert.False(t, reached, "%s reaches %s", name, dep)
				}
			}
		}
	}
}

// TestWidgetsDoNotReachTheAPI allows widgets the entities and the parser of
// api, and nothing that talks to a server.
func TestWidgetsDoNotReachTheAPI(t *testing.T) {
	for name, deps := range reach(t) {
		if strings.HasPrefix(name, "mejiro/widgets") {
			assert.NotContains(t, deps, "mejiro/api", name)
		}
	}
}

// TestOnlyTasksHop keeps the ways onto the Fyne goroutine in app/task.
func TestOnlyTasksHop(t *testing.T) {
	for _, path := range goFiles(t) {
		if strings.HasPrefix(path, filepath.Join("app", "task")) || strings.HasSuffix(path, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), filepath.Join(root, path), nil, 0)
		require.NoError(t, err)
		ast.Inspect(file, func(n ast.Node) bool {
			s, ok := n.(*ast.SelectorExpr)
			if !ok {
				return true
			}
			pkg, ok := s.X.(*ast.Ident)
			hops := ok && pkg.Name == "fyne" && (s.Sel.Name == "Do" || s.Sel.Name == "DoAndWait")
			assert.False(t, hops, "%s calls fyne.%s", path, s.Sel.Name)
			return true
		})
	}
}

// goFiles lists the project's Go files.
func goFiles(t *testing.T) []string {
	t.Helper()
	var all []string
	err := filepath.WalkDir(root, func(path string, _ fs.DirEntry, err error) error {
		if err == nil && filepath.Ext(path) == ".go" {
			name, relErr := filepath.Rel(root, path)
			all = append(all, name)
			return relErr
		}
		return err
	})
	require.NoError(t, err)
	require.NotEmpty(t, all)
	return all
}

// TestEveryDependencyIsJustifiedAndFree wants a line of the README for each
// direct dependency, with the licence that its own licence file holds.
func TestEveryDependencyIsJustifiedAndFree(t *testing.T) {
	licences := map[string]string{
		"MIT":          `(?is)permission is hereby granted, free of charge|MIT License`,
		"BSD-2-Clause": `(?is)redistribution and use in source and binary forms`,
		"BSD-3-Clause": `(?is)redistribution and use in source and binary forms.*(neither the name|used to endorse)`,
		"ISC":          `(?is)permission to use, copy, modify, and distribute this software`,
		"MPL-2.0":      `(?is)mozilla public license,? version 2\.0`,
		"Apache-2.0":   `(?is)apache license`,
	}
	readme, err := os.ReadFile(filepath.Join(root, "README.md"))
	require.NoError(t, err)
	line := regexp.MustCompile("(?m)^\\| `([^`]+)` \\| ([A-Za-z0-9.-]+) \\| [^|]{10,} \\|$")
	stated := map[string]string{}
	for _, m := range line.FindAllStringSubmatch(string(readme), -1) {
		stated[m[1]] = m[2]
	}
	for path, folder := range dependencies(t) {
		licence, ok := stated[path]
		if !assert.True(t, ok, "the README has no line for %s", path) {
			continue
		}
		pattern, ok := licences[licence]
		require.True(t, ok, "%s: %s is no licence that is allowed", path, licence)
		assert.Regexp(t, pattern, licenceText(t, folder), path)
		delete(stated, path)
	}
	assert.Empty(t, stated, "the README lists what is no direct dependency")
}

// dependencies maps the direct dependencies, those of tests included, to their
// folders.
func dependencies(t *testing.T) map[string]string {
	t.Helper()
	type module struct {
		Path, Dir      string
		Main, Indirect bool
	}
	all := map[string]string{}
	for decoder := list(t, "-test", "-deps", "-json=Module"); decoder.More(); {
		var p struct{ Module *module }
		require.NoError(t, decoder.Decode(&p))
		if m := p.Module; m != nil && !m.Main && !m.Indirect {
			all[m.Path] = m.Dir
		}
	}
	require.NotEmpty(t, all)
	return all
}

// list asks the go command about every package of the project, without the
// network.
func list(t *testing.T, args ...string) *json.Decoder {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 5*time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, "go", append(append([]string{"list", "-tags", "ci,e2e"}, args...), "./...")...)
	cmd.Dir = root
	cmd.Env = append(os.Environ(), "GOPROXY=off", "GOFLAGS=-mod=readonly")
	out, err := cmd.Output()
	require.NoError(t, err)
	return json.NewDecoder(strings.NewReader(string(out)))
}

func licenceText(t *testing.T, folder string) string {
	t.Helper()
	var found []string
	for _, name := range []string{"LICEN[SC]E*", "COPYING*"} {
		files, err := filepath.Glob(filepath.Join(folder, name))
		require.NoError(t, err)
		found = append(found, files...)
	}
	require.NotEmpty(t, found, "%s has no licence file", folder)
	text, err := os.ReadFile(found[0])
	require.NoError(t, err)
	return string(text)
}
