package mfm

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
)

// closing holds the end of everything, so that whatever was begun may seem worth reading to the end.
const closing = "\n]( ***b ** </b> </i> </s> ~~ </small> ] </center>\n</plain> `\\) > ](https://b"

// hostile are texts of about n bytes made to be dear: unfinished, nested, and hidden from one reading but not from another.
func hostile(n int) map[string]string {
	texts := map[string]string{}
	for name, unit := range map[string]string{
		"fn":              "$[x2 ",
		"fn arguments":    "$[x.a=b,c",
		"bold":            "**a ",
		"asterisks":       "*",
		"tags":            "<b><i>",
		"all tags":        "<b><i><s><small>~~***",
		"quotes":          ">",
		"quoted lines":    "> a\n>> b\n",
		"brackets":        "[",
		"labels":          "[a ",
		"silent":          "?[",
		"parentheses":     "(",
		"url brackets":    "https://((((",
		"url pairs":       "https://a(b[c]",
		"hashtags":        "#((((",
		"hashtag pairs":   "#a(b「c」",
		"centers":         "<center>\n",
		"code":            "```\na\n",
		"backticks":       "`",
		"inline code":     "`a´",
		"math":            "\\(a",
		"math blocks":     "\\[\na\n",
		"plain":           "<plain>",
		"addresses":       "<https://a",
		"mentions":        "@a@b@",
		"dots":            "https://....",
		"emoji codes":     ":a",
		"search":          "a search \n",
		"line breaks":     "\r\n",
		"underscores":     "_a ",
		"emoji":           "👨\u200d",
		"keycaps":         "1\ufe0f",
		"hidden tags":     "[<https://<b>",
		"hidden bold":     "[<https://**>\\(",
		"hidden families": "[***👨\u200d👩\u200d👧~~",
		"labels in fn":    "~**[http://\\(~~",
		"fn in labels":    "?[$[a.b=c \\(<https://",
		"tails":           "[](https://(a",
		"centers in all":  "<center>[<b>\n",
		"closed links":    "[a](https://b.c) ",
		"closed nests":    "[**$[x <b>a</b>]**](https://b) ",
	} {
		texts[name] = strings.Repeat(unit, n/len(unit))
		texts[name+", closed"] = texts[name] + closing
	}
	return texts
}

// TestCostIsProportional gives hostile texts eight times the length. Three times what that should cost is allowed, because greater texts fit caches
// less well. A cost by the square would be eight times what it should be.
func TestCostIsProportional(t *testing.T) {
	const length, times = 10_000, 8
	long := hostile(times * length)
	for name, text := range hostile(length) {
		limit := 3 * times * max(least(t, text, 0), 300*time.Microsecond)
		if cost := least(t, long[name], limit); cost > limit {
			t.Errorf("%s: %v, more than %v", name, cost, limit)
		}
	}
}

// least is the least time that parsing text takes, of some tries or until it is as little as enough.
func least(tb testing.TB, text string, enough time.Duration) time.Duration {
	tb.Helper()
	best := time.Hour
	for range 5 {
		begin := spent(tb)
		Parse(text)
		if best = min(best, spent(tb)-begin); best <= enough {
			break
		}
	}
	return best
}

// TestRememberedLooksChangeNothing parses with looks remembered from the beginning, which otherwise only long texts come to.
func TestRememberedLooksChangeNothing(t *testing.T) {
	g := newGenerator(t, 3)
	for range 5_000 {
		text := g.text() + g.text()
		p := parser{text: text, looks: looks{ends: map[look]int32{}}}
		if !assert.Equal(t, Parse(text), p.full(0), "%q", text) {
			return
		}
	}
}

// TestRememberedLooksAreUsed makes sure that the test above tests something.
func TestRememberedLooksAreUsed(t *testing.T) {
	p := parser{text: strings.Repeat("[<https://**>", 1000) + closing}
	p.full(0)
	assert.NotEmpty(t, p.looks.ends)
	assert.Empty(t, p.looks.passed)
	assert.Empty(t, p.nodes)
}

func BenchmarkOrdinaryNotes(b *testing.B) {
	notes := ordinaryNotes(b)
	b.SetBytes(int64(len(strings.Join(notes, ""))))
	b.ReportAllocs()
	for b.Loop() {
		for _, note := range notes {
			Parse(note)
		}
	}
}

// BenchmarkHostile shows, for 100 KB and two and four times that, what a byte of each hostile text costs.
func BenchmarkHostile(b *testing.B) {
	for name := range hostile(1000) {
		for _, size := range []struct {
			name  string
			bytes int
		}{{"1x", 100_000}, {"2x", 200_000}, {"4x", 400_000}} {
			text := hostile(size.bytes)[name]
			b.Run(name+"/"+size.name, func(b *testing.B) {
				b.SetBytes(int64(len(text)))
				for b.Loop() {
					Parse(text)
				}
			})
		}
	}
}
