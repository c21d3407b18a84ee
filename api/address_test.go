package api_test

import (
	"encoding/json"
	"errors"
	"net/url"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mejiro/api"
)

func TestAddressesPeopleType(t *testing.T) {
	for typed, want := range map[string]string{
		"misskey.io":               "https://misskey.io",
		"MISSKEY.IO":               "https://misskey.io",
		"Https://Misskey.io/":      "https://misskey.io",
		"  misskey.io \t\n":        "https://misskey.io",
		"　misskey.io　":             "https://misskey.io", // U+3000
		"\u200bmisskey.io\ufeff":   "https://misskey.io",
		"misskey.io.":              "https://misskey.io",
		"@alice@misskey.io":        "https://misskey.io",
		"alice@misskey.io":         "https://misskey.io",
		"@alice_1-2.x@Misskey.io/": "https://misskey.io",
		"＠ａｌｉｃｅ＠ｍｉｓｓｋｅｙ．ｉｏ":          "https://misskey.io",
		"ｍｉｓｓｋｅｙ。ｉｏ":                 "https://misskey.io",
		"ｈｔｔｐｓ：／／ｍｉｓｓｋｅｙ｡ｉｏ／":        "https://misskey.io",
		"めじろ.example":                "https://xn--78j4dpb.example",
		"https://ミスキー.example:8443":  "https://xn--nckxa7i0e.example:8443",
		"xn--78j4dpb.example":        "https://xn--78j4dpb.example",
		"bücher.example":             "https://xn--bcher-kva.example",
		"misskey.io:443":             "https://misskey.io",
		"misskey.io:8443":            "https://misskey.io:8443",
		"misskey.io:８４４３":            "https://misskey.io:8443",
		"https://nas:3000":           "https://nas:3000",
		"localhost":                  "http://localhost",
		"localhost:3000":             "http://localhost:3000",
		"http://localhost:80":        "http://localhost",
		"http://localhost:443":       "http://localhost:443",
		"https://localhost:3000":     "https://localhost:3000",
		"127.0.0.1:3000":             "http://127.0.0.1:3000",
		"http://127.1.2.3:3000/":     "http://127.1.2.3:3000",
		"http://[::1]:3000":          "http://[::1]:3000",
		"[::1]:3000":                 "http://[::1]:3000",
		"::1":                        "http://[::1]",
		"http://[::ffff:127.0.0.1]":  "http://[::ffff:127.0.0.1]",
		"192.0.2.7":                  "https://192.0.2.7",
		"https://[2001:db8::1]:8443": "https://[2001:db8::1]:8443",
		"alice@127.0.0.1:3000":       "http://127.0.0.1:3000",
	} {
		server, err := api.ParseServer(typed)
		require.NoError(t, err, typed)
		assert.Equal(t, want, server.String(), typed)
	}
}

func TestAddressesThatAreRefused(t *testing.T) {
	for typed, want := range map[string]api.AddressFault{
		"":                              api.AddressEmpty,
		" \u3000\u200b":                 api.AddressEmpty,
		strings.Repeat("a", 2000):       api.AddressTooLong,
		"ftp://misskey.io":              api.AddressScheme,
		"javascript://misskey.io":       api.AddressScheme,
		"misskey://misskey.io":          api.AddressScheme,
		"://misskey.io":                 api.AddressScheme,
		"http://misskey.io":             api.AddressInsecure,
		"http://192.0.2.7":              api.AddressInsecure,
		"http://localhost.example":      api.AddressInsecure,
		"http://0x7f.1":                 api.AddressHost,
		"https://alice@misskey.io":      api.AddressCredentials,
		"https://a:b@misskey.io/":       api.AddressCredentials,
		"alice:secret@misskey.io":       api.AddressCredentials,
		"https://misskey.io/@alice":     api.AddressPath,
		"misskey.io/about":              api.AddressPath,
		"misskey.io//":                  api.AddressPath,
		"misskey.io?x=1":                api.AddressPath,
		"misskey.io#x":                  api.AddressPath,
		`misskey.io\@evil.example`:      api.AddressPath,
		"https:/misskey.io":             api.AddressPath,
		"misskey.io:":                   api.AddressPort,
		"misskey.io:0":                  api.AddressPort,
		"misskey.io:65536":              api.AddressPort,
		"misskey.io:+443":               api.AddressPort,
		"misskey.io:http":               api.AddressPort,
		"mailto:alice@misskey.io":       api.AddressCredentials,
		"@alice":                        api.AddressHost,
		"@":                             api.AddressHost,
		"@@misskey.io":                  api.AddressHost,
		"al ice@misskey.io":             api.AddressHost,
		"misskey":                       api.AddressHost,
		"miss key.io":                   api.AddressHost,
		"misskey..io":                   api.AddressHost,
		".misskey.io":                   api.AddressHost,
		"-misskey.io":                   api.AddressHost,
		"miss_key.io":                   api.AddressHost,
		"misskey.io,misskey.dev":        api.AddressHost,
		"1.2.3":                         api.AddressHost,
		"256.1.1.1":                     api.AddressHost,
		"https://":                      api.AddressHost,
		"https:///":                     api.AddressHost,
		"[127.0.0.1]":                   api.AddressHost,
		"[::1":                          api.AddressHost,
		"https://[fe80::1%25eth0]":      api.AddressHost,
		"xn--a.example":                 api.AddressHost,
		strings.Repeat("a", 64) + ".io": api.AddressHost,
		"a.\xff.example":                api.AddressHost,
		"misskey.io\x00":                api.AddressHost,
	} {
		server, err := api.ParseServer(typed)
		var e *api.AddressError
		if assert.True(t, errors.As(err, &e), "%q gives %v", typed, server) {
			assert.Equal(t, want, e.Fault, typed)
			assert.True(t, server.IsZero())
		}
	}
	_, err := api.ParseServer("https://alice:hunter2@misskey.io")
	assert.NotContains(t, err.Error(), "hunter2")
}

func TestAServersNames(t *testing.T) {
	server, err := api.ParseServer("ミスキー.example:8443")
	require.NoError(t, err)
	assert.Equal(t, "xn--nckxa7i0e.example:8443", server.Host())
	assert.Equal(t, "ミスキー.example:8443", server.Name())
	assert.False(t, server.IsLoopback())

	server, err = api.ParseServer("[::1]:3000")
	require.NoError(t, err)
	assert.Equal(t, "[::1]:3000", server.Name())
	assert.Equal(t, "http://[::1]:3000/x", server.Address("/x"))
	assert.True(t, server.IsLoopback())
}

func TestWhatAServerCallsItsThings(t *testing.T) {
	server, err := api.ParseServer("misskey.example")
	require.NoError(t, err)
	for ref, want := range map[string]string{
		"/assets/ai.png":                "https://misskey.example/assets/ai.png",
		"icon.png":                      "https://misskey.example/icon.png",
		"https://cdn.example/i.png?a=b": "https://cdn.example/i.png?a=b",
		"//cdn.example/i.png":           "https://cdn.example/i.png",
		"http://cdn.example/i.png":      "http://cdn.example/i.png",
		"":                              "",
		"data:image/png;base64,AA":      "",
		"file:///etc/passwd":            "",
		"javascript:alert(1)":           "",
		"https://":                      "",
		"http://[::1":                   "",
	} {
		assert.Equal(t, want, server.Resolve(ref), ref)
	}
}

func TestAServerCanBeKept(t *testing.T) {
	server, err := api.ParseServer("http://localhost:3000")
	require.NoError(t, err)
	text, err := json.Marshal(map[string]api.Server{"a": server, "b": {}})
	require.NoError(t, err)
	assert.JSONEq(t, `{"a":"http://localhost:3000","b":""}`, string(text))
	var back map[string]api.Server
	require.NoError(t, json.Unmarshal(text, &back))
	assert.Equal(t, server, back["a"])
	assert.True(t, back["b"].IsZero())
	assert.Error(t, json.Unmarshal([]byte(`{"a":"http://misskey.io"}`), &back))
}

func FuzzParseServer(f *testing.F) {
	for _, seed := range []string{
		"misskey.io", "https://ミスキー.example:8443/", "@alice@misskey.io", "http://[::1]:3000", "ｈｔｔｐｓ：／／ａ。ｂ／",
		"https://a:b@c", "a℀b.example", "1.2.3.4.", "xn--78j4dpb.example",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, typed string) {
		server, err := api.ParseServer(typed)
		if err != nil {
			var e *api.AddressError
			require.ErrorAs(t, err, &e)
			return
		}
		again, err := api.ParseServer(server.String())
		require.NoError(t, err, "%q", server)
		assert.Equal(t, server, again, "it reads back what it wrote")
		u, err := url.Parse(server.String())
		require.NoError(t, err)
		assert.Equal(t, server.Host(), u.Host)
		assert.Nil(t, u.User)
		assert.Empty(t, u.Path+u.RawQuery+u.Fragment)
		assert.True(t, u.Scheme == "https" || u.Scheme == "http" && server.IsLoopback())
		assert.NotEmpty(t, server.Name())
	})
}
