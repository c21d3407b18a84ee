package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// listed gives the sequences of an expression, those that must not be followed by U+FE0E with a "!" behind them.
func listed(t *testing.T, source string) []string {
	t.Helper()
	e := expression{rest: source}
	sequences, err := e.alternatives()
	require.NoError(t, err)
	require.Empty(t, e.rest)
	var all []string
	for _, s := range sequences {
		item := string(s.runes())
		if s.unless != 0 {
			item += "!"
		}
		all = append(all, item)
	}
	return all
}

func TestExpression(t *testing.T) {
	assert.Equal(t, []string{"ab", "ac", "a"}, listed(t, `a(?:b|c)?`))
	assert.Equal(t, []string{"1x", "2x", "3x", "9x"}, listed(t, `[1-39]x`))
	assert.Equal(t, []string{"👍", "👎"}, listed(t, `\ud83d[\udc4d\udc4e]`))
	assert.Equal(t, []string{"ab", "a!", "ab"}, listed(t, `a(b|(?!\ufe0e))|ab`))
	assert.Equal(t, []string{"\ufe0fb", "b"}, listed(t, `(?:\ufe0f|(?!\ufe0e))b`))
	for _, odd := range []string{"a(b", "[a", "a+", `\u12`, `\ux`, "a*", "(?!a"} {
		_, err := (&expression{rest: odd}).alternatives()
		if err == nil {
			_, err = (&expression{rest: "(?:" + odd + ")"}).alternatives()
		}
		assert.Error(t, err, odd)
	}
}

func TestTrieKeepsTheFirstThatMatches(t *testing.T) {
	e := expression{rest: `ab|a|ac|x(?!\ufe0e)|xy|z(?!\ufe0e)|z`}
	sequences, err := e.alternatives()
	require.NoError(t, err)
	root := trie(sequences)
	assert.Equal(t, acceptYes, root.next['a'].next['b'].accept)
	assert.NotContains(t, root.next['a'].next, 'c')
	assert.Equal(t, acceptUnless, root.next['x'].accept)
	assert.Empty(t, root.next['x'].next)
	assert.Equal(t, acceptYes, root.next['z'].accept)
}

func TestAutomatonSharesEqualStates(t *testing.T) {
	e := expression{rest: `[a-c][x-z]|d[x-z]`}
	sequences, err := e.alternatives()
	require.NoError(t, err)
	a := automaton{number: map[string]int{}}
	a.add(trie(sequences))
	assert.Equal(t, []row{{acceptYes, nil}, {acceptNo, []edge{{'x', 'z', 0}}}, {acceptNo, []edge{{'a', 'd', 1}}}}, a.rows)
}

func TestRun(t *testing.T) {
	dir := t.TempDir()
	from, to := filepath.Join(dir, "regex.mjs"), filepath.Join(dir, "table.go")
	require.Error(t, run(from, to))
	require.NoError(t, os.WriteFile(from, []byte(`const emojiRegex = /(?:\ud83d\udc4d)|\ufe0f/g;`), 0o600))
	require.NoError(t, run(from, to))
	table, err := os.ReadFile(to)
	require.NoError(t, err)
	assert.Contains(t, string(table), "{0x1f44d, 0x1f44d, 0}")
	assert.NotContains(t, string(table), "0xfe0f")
	for _, odd := range []string{"nothing", "emojiRegex = /a)b/g;", "emojiRegex = /a+/g;"} {
		require.NoError(t, os.WriteFile(from, []byte(odd), 0o600))
		assert.Error(t, run(from, to), odd)
	}
}
