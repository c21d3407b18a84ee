package mfm

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mejiro/api/mfm"
	"mejiro/widgets/flow"
	"mejiro/widgets/look"
)

func TestAddressesAreShownSoThatTheyCannotDeceive(t *testing.T) {
	for _, c := range []struct{ url, shown, target string }{
		{"https://other.example/path?q=1#frag", "https://other.example/path?q=1#frag", ""},
		{"https://other.example", "https://other.example", ""},
		{"HTTPS://Other.Example/A", "https://other.example/A", "https://other.example/A"},
		{"https://other.example:8443/", "https://other.example:8443/", ""},
		{"https://[2001:db8::1]:80/", "https://[2001:db8::1]:80/", ""},
		{"https://ja.wikipedia.org/wiki/%E7%8C%AB", "https://ja.wikipedia.org/wiki/猫", ""},
		{
			"https://other.example/日本語?語#猫", "https://other.example/日本語?語#猫",
			"https://other.example/%E6%97%A5%E6%9C%AC%E8%AA%9E?%E8%AA%9E#%E7%8C%AB",
		},
		{"https://other.example/a%0Ab%20c%E2%80%AE", "https://other.example/a%0Ab%20c%E2%80%AE", ""},
		{"https://other.example/%FF%zz", "https://other.example/%FF%zz", "none"},
		{"https://日本語.example/", "https://日本語.example/", "https://xn--wgv71a119e.example/"},
		{"https://xn--wgv71a119e.example/", "https://日本語.example/", "https://xn--wgv71a119e.example/"},
		{"https://аpple.example/", "https://xn--pple-43d.example/", "https://xn--pple-43d.example/"},
		{
			"https://example.comノa.evil.example/", "https://example.xn--coma-xq4c.evil.example/",
			"https://example.xn--coma-xq4c.evil.example/",
		},
		{"https://bank.example@evil.example/", "https://bank.example@evil.example/", ""},
		{"https://example.com/notes/abc?x#y", "/notes/abc?x#y", "https://example.com/notes/abc?x#y"},
		{"https://example.com/", "https://example.com/", ""},
		{"https://example.com.evil.example/", "https://example.com.evil.example/", ""},
		{"javascript:alert(1)", "javascript:alert(1)", "none"},
		{"file:///etc/passwd", "file:///etc/passwd", "none"},
		{"https://", "https://", "none"},
		{"https:opaque", "https:opaque", "none"},
		{"https://[fe80::1%25eth0]/", "https://[fe80::1%25eth0]/", "none"},
	} {
		runs := Runs([]mfm.Node{mfm.URL{URL: c.url}}, reader)
		assert.Equal(t, c.shown, strings.TrimSuffix(shown(runs), nbsp), c.url)
		if c.target == "none" {
			assert.Nil(t, runs[0].Link, c.url)
			continue
		}
		if c.target == "" {
			c.target = c.url
		}
		require.NotNil(t, runs[0].Link, c.url)
		assert.Equal(t, flow.Link{Target: c.target, Tooltip: c.target}, *runs[0].Link, c.url)
		for _, r := range runs {
			assert.Same(t, runs[0].Link, r.Link, "one link")
		}
	}
}

func TestTheHostOfAnAddressStandsOut(t *testing.T) {
	runs := Runs(mfm.Parse("https://user@other.example:1/p?q#f"), reader)
	var bold, faded string
	for _, r := range runs {
		assert.Equal(t, look.ColorLink, r.Style.Color)
		if r.Style.Bold {
			bold += r.Text
		}
		if r.Style.Alpha > 0 {
			faded += r.Text
		}
	}
	assert.Equal(t, "other.example:1", bold)
	assert.Equal(t, "https://user@?q", faded)
}

func TestLabelledLinks(t *testing.T) {
	runs := Runs(mfm.Parse("[**https** :blobcat:](https://evil.example/%E7%8C%AB)"), reader)
	require.Len(t, runs, 5, "a gap and an icon behind")
	assert.Equal(t, look.IconExternal, runs[4].Emoji.Icon)
	for _, r := range runs {
		require.NotNil(t, r.Link)
		assert.Equal(t, "https://evil.example/%E7%8C%AB", r.Link.Tooltip, "what is true is told")
	}
	runs = Runs([]mfm.Node{mfm.Link{URL: "data:text/html,x", Children: []mfm.Node{mfm.Text{Text: "label"}}}}, reader)
	assert.Equal(t, []flow.Run{{Text: "label", Style: flow.Style{Size: look.TextBody}}}, runs)
}

func TestLongAddressesHaveShortTooltips(t *testing.T) {
	a, ok := parseAddress("https://other.example/" + strings.Repeat("a", 1000))
	require.True(t, ok)
	assert.Len(t, a.link().Tooltip, maxTooltip+len("…"))
	assert.Len(t, a.link().Target, 22+1000)
}

func FuzzAddress(f *testing.F) {
	for _, s := range []string{"https://a.b/c?d#e", "http://u:p@日本.jp:80/%zz?%", "https://[::1]/", "https://a\x00b"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		a, ok := parseAddress(s)
		if !ok {
			return
		}
		assertSafe(t, a.String())
		a.shownHost()
		again, ok := parseAddress(a.String())
		if !ok || again != a {
			t.Fatalf("%q became %q and then %q", s, a.String(), again.String())
		}
	})
}

// assertSafe wants an http or https address of visible ASCII.
func assertSafe(t *testing.T, s string) {
	t.Helper()
	if !strings.HasPrefix(s, "https://") && !strings.HasPrefix(s, "http://") {
		t.Fatalf("%q is no web address", s)
	}
	for _, r := range s {
		if r <= ' ' || r >= 0x7f {
			t.Fatalf("%q has more than visible ASCII", s)
		}
	}
}

func TestLabelsThatNameAnotherHost(t *testing.T) {
	a, ok := parseAddress("https://evil.example/login")
	require.True(t, ok)
	for label, want := range map[string]bool{
		"https://bank.example/":       true,
		"bank.example/login":          true,
		" http://evil.example.bank ":  true,
		"https://evil.example@b.test": true,
		"https://EVIL.example/":       false,
		"evil.example":                false,
		"our bank":                    false,
		"click here. Now":             false,
		"銀行":                          false,
		"":                            false,
	} {
		assert.Equal(t, want, a.namedOtherwise(label), label)
	}
	label := []mfm.Node{mfm.Text{Text: "https://bank.example/"}}
	runs := Runs([]mfm.Node{mfm.Link{URL: "https://evil.example/", Children: label}}, Options{})
	assert.Equal(t, "https://bank.example/ (evil.example)", flow.Lay(runs[:2], flow.Options{}).String())
}
