//go:build mfmcompare

package mfm

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"os"
	"os/exec"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

// These tests hold the parser against mfm-js 0.26.0 itself. The folder in which it was installed (npm i mfm-js@0.26.0) is named by MFM_JS; MFM_COUNT
// and MFM_SEED choose how many random strings there are and which.

func setting(t *testing.T, name string, otherwise int) int {
	t.Helper()
	n, err := strconv.Atoi(os.Getenv(name))
	if err != nil {
		return otherwise
	}
	return n
}

// mfmJS is a command that runs mfm-js.
func mfmJS(t *testing.T, args ...string) *exec.Cmd {
	t.Helper()
	dir := os.Getenv("MFM_JS")
	if dir == "" {
		t.Fatal("MFM_JS does not name the folder of mfm-js")
	}
	cmd := exec.CommandContext(t.Context(), "node", append([]string{"testdata/mfmjs.cjs", dir}, args...)...)
	cmd.Stderr = os.Stderr
	return cmd
}

// lines writes texts as lines of JSON.
func lines(t *testing.T, w io.Writer, texts []string) {
	t.Helper()
	e := json.NewEncoder(w)
	for _, text := range texts {
		if err := e.Encode(text); err != nil {
			t.Error(err)
			return
		}
	}
}

// answer is what a parser makes of a text.
type answer struct {
	Full, Simple         any
	FullText, SimpleText string
}

func ours(t *testing.T, text string) answer {
	t.Helper()
	full, simple := Parse(text), ParseSimple(text)
	written, err := json.Marshal(map[string]any{"full": full, "simple": simple})
	if err != nil {
		t.Fatal(err)
	}
	var a answer
	if err := json.Unmarshal(written, &a); err != nil {
		t.Fatal(err)
	}
	a.FullText, a.SimpleText = String(full), String(simple)
	return a
}

func compareWithJS(t *testing.T, texts []string) {
	t.Helper()
	cmd := mfmJS(t)
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	go func() {
		lines(t, in, texts)
		if err := in.Close(); err != nil {
			t.Error(err)
		}
	}()
	answers := bufio.NewReaderSize(out, 1<<20)
	different := 0
	for _, text := range texts {
		line, err := answers.ReadBytes('\n')
		if err != nil {
			t.Fatal(err)
		}
		var theirs answer
		if err := json.Unmarshal(line, &theirs); err != nil {
			t.Fatal(err)
		}
		if got := ours(t, text); !reflect.DeepEqual(got, theirs) {
			different++
			if different <= 10 {
				t.Errorf("%q\n ours   %s\n theirs %s", text, show(got), show(theirs))
			}
		}
	}
	if err := cmd.Wait(); err != nil {
		t.Error(err)
	}
	t.Logf("%d strings, %d different", len(texts), different)
}

func show(a answer) string {
	b, err := json.Marshal(a)
	if err != nil {
		return err.Error()
	}
	return fmt.Sprintf("%.2000s", b)
}

func TestSameAsJSOnRandomStrings(t *testing.T) {
	g := newGenerator(t, uint64(setting(t, "MFM_SEED", 1)))
	texts := make([]string, setting(t, "MFM_COUNT", 20_000))
	for i := range texts {
		texts[i] = g.text()
	}
	compareWithJS(t, texts)
}

func TestSameAsJSOnOrdinaryNotes(t *testing.T) { compareWithJS(t, ordinaryNotes(t)) }

func TestSameAsJSOnHostileTexts(t *testing.T) {
	compareWithJS(t, slices.Collect(maps.Values(hostile(400))))
}

// TestSameAsJSOnEveryEmoji tries each sequence the automaton knows, alone, cut short and before what may change it.
func TestSameAsJSOnEveryEmoji(t *testing.T) {
	var texts []string
	var all func(state uint8, so string)
	all = func(state uint8, so string) {
		s := emojiStates[state]
		if so != "" {
			texts = append(texts, so, so+"\ufe0e", so+"\ufe0f", so+"\U0001f3fd", so+"\u200d", so+"x")
		}
		for _, e := range emojiEdges[s.from:s.to] {
			for r := e.low; r <= e.high; r++ {
				all(e.next, so+string(r))
			}
		}
	}
	all(emojiRoot, "")
	compareWithJS(t, texts)
}

// TestSameAsJSOnEveryCharacter tries every character of Unicode.
func TestSameAsJSOnEveryCharacter(t *testing.T) {
	var texts []string
	for r := range rune(0x10FFFF + 1) {
		if 0xD800 <= r && r < 0xE000 || 0x3400 < r && r < 0xD7A3 && r%16 != 0 || r > 0x1FFFF && r%64 != 0 {
			continue
		}
		c := string(r)
		texts = append(texts, "#a"+c+"b *a"+c+"* "+c+c+"\ufe0f :a"+c+": @a"+c+" https://a"+c+"b $[a"+c+" b]\n```"+c+"\na\n```\n>"+c+"a search"+c+"\na"+c+"search")
	}
	compareWithJS(t, texts)
}

// TestTwentyTimesAsFastAsJS holds a pass over ordinary notes against a pass of mfm-js over the same.
func TestTwentyTimesAsFastAsJS(t *testing.T) {
	notes := ordinaryNotes(t)
	var in bytes.Buffer
	lines(t, &in, notes)
	cmd := mfmJS(t, "300")
	cmd.Stdin = &in
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	theirs, err := time.ParseDuration(strings.TrimSpace(string(out)) + "ns")
	if err != nil {
		t.Fatal(err)
	}
	best := time.Hour
	for range 300 {
		begin := time.Now()
		for _, note := range notes {
			Parse(note)
		}
		best = min(best, time.Since(begin))
	}
	t.Logf("%d notes: mfm-js %v, here %v: %.0f times", len(notes), theirs, best, float64(theirs)/float64(best))
	if theirs < 20*best {
		t.Error("not 20 times as fast")
	}
}
