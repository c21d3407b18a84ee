package media

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestAddresses(t *testing.T) {
	for _, good := range []string{
		"https://media.example/a.webp?x=1", "HTTPS://media.example/a", "http://127.0.0.1:3000/a", "http://[::1]/a",
		"http://localhost:8080/a", "https://日本.example/猫.png",
	} {
		_, err := parseAddress(good)
		assert.NoError(t, err, good)
	}
	for _, bad := range []string{
		"", "a.png", "//media.example/a", "http://media.example/a", "http://127.0.0.1.example/a", "http://10.0.0.1/a",
		"ftp://media.example/a", "file:///etc/passwd", "data:image/png;base64,AAAA", "javascript:1", "https://", "https:///a",
		"https://:443/a", "https://user:password@media.example/a", "https://[", "\x00", "https://a/" + strings.Repeat("a", maxAddress),
	} {
		_, err := parseAddress(bad)
		assert.ErrorIs(t, err, ErrAddress, bad)
	}
}

func TestRedirectPolicy(t *testing.T) {
	check := func(from, to string, hops int) error {
		next := httptest.NewRequest(http.MethodGet, to, nil)
		next.Header.Set("Referer", from)
		via := make([]*http.Request, hops)
		for i := range via {
			via[i] = httptest.NewRequest(http.MethodGet, from, nil)
		}
		err := redirectPolicy(5)(next, via)
		if err == nil {
			assert.Empty(t, next.Header.Get("Referer"))
		}
		return err
	}
	require.NoError(t, check("https://a.example/1", "https://b.example/2", 1))
	require.NoError(t, check("https://a.example/1", "https://b.example/2", 5))
	require.NoError(t, check("http://127.0.0.1/1", "https://b.example/2", 1))
	require.NoError(t, check("http://127.0.0.1/1", "http://localhost/2", 1))
	require.ErrorIs(t, check("https://a.example/1", "https://b.example/2", 6), ErrAddress)
	require.ErrorIs(t, check("https://a.example/1", "http://b.example/2", 1), ErrAddress)
	require.ErrorIs(t, check("https://a.example/1", "http://127.0.0.1/2", 1), ErrAddress)
	require.ErrorIs(t, check("https://a.example/1", "https://localhost/2", 1), ErrAddress)
	require.ErrorIs(t, check("https://a.example/1", "https://u:p@b.example/2", 1), ErrAddress)
}

func TestKeepFor(t *testing.T) {
	for header, want := range map[string]time.Duration{
		"":                                    keepDefault,
		"public":                              keepDefault,
		"max-age=86400":                       24 * time.Hour,
		"max-age=1":                           keepLeast,
		"public, max-age=31536000, immutable": keepMost,
		"max-age=99999999999999999999":        keepDefault,
		"max-age=-5":                          keepDefault,
		"Max-Age=\"7200\"":                    2 * time.Hour,
		"no-cache":                            keepLeast,
		"private, No-Store":                   0,
		"max-age=300, no-store":               0,
	} {
		h := http.Header{}
		h.Set("Cache-Control", header)
		assert.Equal(t, want, keepFor(h), header)
	}
}

func TestProxied(t *testing.T) {
	const base = "https://media.example/proxy"
	assert.Equal(t, base+"/emoji.webp?url=https%3A%2F%2Ffar.example%2Fa+b%3Fx%3D1%26y&emoji=1",
		Proxied(base, "https://far.example/a b?x=1&y", KindEmoji))
	assert.Equal(t, base+"/static.webp?url=https%3A%2F%2Ffar.example%2Fa.avif&static=1",
		Proxied(base+"/", "https://far.example/a.avif", KindStatic))
	assert.Equal(t, Proxied(base, "https://far.example/a", KindPreview),
		Proxied(base, Proxied(base, "https://far.example/a", KindAvatar), KindPreview), "never proxied twice")
	assert.Equal(t, "https://far.example/a", Proxied("", "https://far.example/a", KindEmoji))
	assert.Contains(t, Proxied(base, base+"/\x00%zz", KindEmoji), base)
}
