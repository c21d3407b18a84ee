package api_test

import (
	"encoding/json"
	"io/fs"
	"net/http"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mejiro/api"
)

// fediverse answers the paths a discovery asks; what is missing is a 404 page.
type fediverse map[string]string

func (f fediverse) peer(t *testing.T) *peer {
	t.Helper()
	var p *peer
	p = newPeer(t, func(w http.ResponseWriter, r *http.Request) {
		body, ok := f[r.URL.Path]
		body = strings.ReplaceAll(body, "SELF", p.URL)
		switch {
		case !ok:
			answering(404, "<html>Not found</html>")(w, r)
		case strings.HasPrefix(body, "→"):
			redirectingTo(http.StatusMovedPermanently, strings.TrimPrefix(body, "→"))(w, r)
		default:
			answering(200, body)(w, r)
		}
	})
	return p
}

func discover(t *testing.T, p *peer) (api.Discovery, error) {
	t.Helper()
	server, err := api.ParseServer(p.URL)
	require.NoError(t, err)
	carrier := api.NewTransport()
	t.Cleanup(carrier.CloseIdleConnections)
	found, err := api.Discover(t.Context(), server, api.Options{Transport: carrier})
	for _, call := range p.asked() {
		assert.Empty(t, call.header.Get("Authorization"), "in nobody's name")
	}
	return found, err
}

const links = `{"links":[
	{"rel":"http://nodeinfo.diaspora.software/ns/schema/2.0","href":"SELF/nodeinfo/2.0"},
	{"rel":"http://nodeinfo.diaspora.software/ns/schema/2.1","href":"SELF/nodeinfo/2.1"}]}`

func software(name, version string) string {
	return `{"software":{"name":"` + name + `","version":"` + version + `"},"metadata":{"nodeName":"Node"}}`
}

// recorded is the answer of a recorded call, with its address made the peer's.
func recorded(t *testing.T, name string) string {
	t.Helper()
	text, err := fs.ReadFile(os.DirFS("misskey/testdata/recordings"), name+".json")
	require.NoError(t, err)
	var call struct{ Response json.RawMessage }
	require.NoError(t, json.Unmarshal(text, &call))
	return strings.ReplaceAll(string(call.Response), "http://127.0.0.1:3000", "SELF")
}

func TestDiscoveringMisskey(t *testing.T) {
	p := fediverse{
		"/.well-known/nodeinfo": recorded(t, "well-known-nodeinfo"),
		"/nodeinfo/2.1":         recorded(t, "nodeinfo-2.1"),
		"/api/meta":             recorded(t, "meta-get"),
	}.peer(t)
	found, err := discover(t, p)
	require.NoError(t, err)
	assert.Equal(t, p.URL, found.Server.String())
	assert.Equal(t, found.Server, found.CallsItself)
	assert.Equal(t, "Test Misskey ✨", found.Name)
	assert.Equal(t, "A synthetic loopback server for client tests.", found.Description)
	assert.Equal(t, p.URL+"/files/e8d021e5-6306-49a5-a4e6-bffce5e498c8", found.IconURL)
	assert.Equal(t, "misskey", found.Software)
	assert.Equal(t, "2025.11.1-io.0-6a83205581", found.Version)
	assert.Equal(t, 3000, found.Meta.MaxNoteText)
}

func TestAServerIsKnownByItsAnswers(t *testing.T) {
	meta := `{"version":"2.0","uri":"SELF","maxNoteTextLength":500,"features":{"miauth":true}}`
	found, err := discover(t, fediverse{"/api/meta": meta}.peer(t))
	require.NoError(t, err, "without any nodeinfo")
	assert.Empty(t, found.Software)
	assert.Equal(t, "2.0", found.Version)
	assert.Equal(t, found.Server.Name(), found.Name)

	found, err = discover(t, fediverse{
		"/.well-known/nodeinfo": links, "/nodeinfo/2.1": software("brandnewfork", "9"), "/api/meta": meta,
	}.peer(t))
	require.NoError(t, err)
	assert.Equal(t, "brandnewfork", found.Software)
	assert.Equal(t, "Node", found.Name)

	found, err = discover(t, fediverse{"/api/meta": `{"name":"Odd"}`, "/api/endpoints": `["notes/create","i"]`}.peer(t))
	require.NoError(t, err, "an odd meta, and the endpoints of Misskey")
	assert.Equal(t, "Odd", found.Name)
}

func TestServersOfOtherKindsAreNamed(t *testing.T) {
	for name, answers := range map[string]fediverse{
		"no meta":         {},
		"another meta":    {"/api/meta": `{"title":"x"}`},
		"another list":    {"/api/meta": `{}`, "/api/endpoints": `["statuses"]`},
		"a page for all":  {"/api/meta": `<html>`},
		"a list for meta": {"/api/meta": `[]`},
	} {
		answers["/.well-known/nodeinfo"] = links
		answers["/nodeinfo/2.1"] = software("mastodon", "4.2.0")
		_, err := discover(t, answers.peer(t))
		var unsupported *api.Unsupported
		require.ErrorAs(t, err, &unsupported, name)
		assert.Equal(t, "mastodon", unsupported.Software, name)
		assert.Equal(t, "4.2.0", unsupported.Version, name)
		assert.Equal(t, api.LackMisskey, unsupported.Lack, name)
		assert.Contains(t, err.Error(), "mastodon 4.2.0")
	}
	_, err := discover(t, fediverse{}.peer(t))
	var unsupported *api.Unsupported
	require.ErrorAs(t, err, &unsupported)
	assert.Empty(t, unsupported.Software)
}

func TestServersWithoutMiAuth(t *testing.T) {
	meta := func(version, features string) string {
		return `{"version":"` + version + `","uri":"SELF","maxNoteTextLength":3000,"features":{` + features + `}}`
	}
	for answer, want := range map[string]bool{
		meta("2025.11.1", `"miauth":true`):  true,
		meta("2025.11.1", `"miauth":false`): false,
		meta("12.26.0", `"miauth":true`):    true,
		meta("12.26.9", ``):                 false,
		meta("11.37.1", ``):                 false,
		meta("12.27.0", ``):                 true,
		meta("12.119.2", ``):                true,
		meta("2023.9.1", ``):                true,
		meta("nightly", ``):                 true,
	} {
		_, err := discover(t, fediverse{
			"/.well-known/nodeinfo": links, "/nodeinfo/2.1": software("misskey", "?"), "/api/meta": answer,
		}.peer(t))
		if want {
			assert.NoError(t, err, answer)
			continue
		}
		var unsupported *api.Unsupported
		require.ErrorAs(t, err, &unsupported, answer)
		assert.Equal(t, api.LackMiAuth, unsupported.Lack)
	}
}

func TestAnAliasSaysWhoItIs(t *testing.T) {
	found, err := discover(t, fediverse{
		"/api/meta": `{"version":"2025.1.0","uri":"https://real.example","maxNoteTextLength":3000,"iconUrl":"/i.png"}`,
	}.peer(t))
	require.NoError(t, err)
	assert.Equal(t, "https://real.example", found.CallsItself.String())
	assert.NotEqual(t, found.CallsItself, found.Server)
	assert.Equal(t, found.Server.Address("/i.png"), found.IconURL, "nothing is taken from elsewhere unasked")
}

func TestADomainWhoseServerIsElsewhere(t *testing.T) {
	for name, answers := range map[string]fediverse{
		"redirected api":      {"/api/meta": "→https://social.example/api/meta"},
		"redirected nodeinfo": {"/.well-known/nodeinfo": "→https://social.example/.well-known/nodeinfo"},
		"nodeinfo of another": {"/.well-known/nodeinfo": strings.ReplaceAll(links, "SELF", "https://social.example")},
	} {
		_, err := discover(t, answers.peer(t))
		var elsewhere *api.Elsewhere
		require.ErrorAs(t, err, &elsewhere, name)
		assert.Equal(t, "https://social.example", elsewhere.Server.String(), name)
	}
}

func TestAServerThatIsUnwellIsNotMistaken(t *testing.T) {
	p := newPeer(t, func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/api/meta" {
			w.Header().Set("Retry-After", "100")
			answering(503, "<html>maintenance</html>")(w, r)
			return
		}
		answering(404, "")(w, r)
	})
	_, err := discover(t, p)
	var refused *api.Refused
	require.ErrorAs(t, err, &refused)
	assert.Equal(t, 503, refused.Status)

	gone := newPeer(t, answering(204, ""))
	gone.Close()
	_, err = discover(t, gone)
	assert.Equal(t, api.ReasonRefused, unreached(t, err).Reason)
}

func TestHostileDescriptions(t *testing.T) {
	long := strings.Repeat("<p>very&nbsp;long &amp; dull</p><script>alert('x')</script>", 5000)
	meta, err := json.Marshal(map[string]any{
		"version": strings.Repeat("1", 900), "uri": "javascript:alert(1)", "maxNoteTextLength": 1,
		"name": "a\n\u202eb" + strings.Repeat("c", 900), "description": long, "iconUrl": "javascript:alert(1)",
	})
	require.NoError(t, err)
	found, err := discover(t, fediverse{"/api/meta": string(meta)}.peer(t))
	require.NoError(t, err)
	assert.Len(t, []rune(found.Description), 500)
	assert.NotContains(t, found.Description, "alert")
	assert.NotContains(t, found.Description, "<")
	assert.True(t, strings.HasPrefix(found.Description, "very long & dull\n\nvery long"), found.Description[:40])
	assert.LessOrEqual(t, len([]rune(found.Name)), 80)
	assert.True(t, strings.HasPrefix(found.Name, "a bccc"))
	assert.LessOrEqual(t, len([]rune(found.Version)), 40)
	assert.Empty(t, found.IconURL)
	assert.Equal(t, found.Server, found.CallsItself)
}

func TestDescriptionsKeepTheirLines(t *testing.T) {
	for markup, want := range map[string]string{
		"":                             "",
		"plain  text\n":                "plain text",
		"a<br>b<br/>c":                 "a\nb\nc",
		"<ul><li>one<li>two</ul>after": "one\ntwo\n\nafter",
		"<style>p{}</style><p>x":       "x",
		"1 &lt; 2 &amp;lt; 3":          "1 < 2 &lt; 3",
		"unclosed <b":                  "unclosed",
	} {
		meta, err := json.Marshal(map[string]any{"version": "2025.1.0", "uri": "x", "description": markup})
		require.NoError(t, err)
		found, err := discover(t, fediverse{"/api/meta": string(meta)}.peer(t))
		require.NoError(t, err)
		assert.Equal(t, want, found.Description, markup)
	}
}
