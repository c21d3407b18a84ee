package misskeytest

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// consentTo answers the page of a session.
func consentTo(t *testing.T, page, user, button string) answer {
	t.Helper()
	form := url.Values{"user": {user}, "answer": {button}}
	return send(t, http.MethodPost, page, "", "application/x-www-form-urlencoded", strings.NewReader(form.Encode()))
}

func TestMiAuth(t *testing.T) {
	s := Start(t, Options{})
	page := s.URL + "/miauth/6dfcdb4b?name=Mejiro+%3Cb%3E&permission=read:account,write:notes,no:such&callback=" +
		url.QueryEscape("http://127.0.0.1:1/cb?x=1&session=old#frag")
	shown := get(t, page)
	assert.Equal(t, 200, shown.Status)
	html := string(shown.Raw)
	for _, part := range []string{`id="accept"`, `id="deny"`, "Mejiro &lt;b&gt;", "read:account", "write:notes", `value="alice"`} {
		assert.Contains(t, html, part)
	}
	assert.NotContains(t, html, "no:such")
	assert.Equal(t, object{"ok": false}, post(t, s, "", "miauth/6dfcdb4b/check", nil).Body)

	done := consentTo(t, page, "bob", "accept")
	assert.Equal(t, http.StatusSeeOther, done.Status)
	assert.Equal(t, "http://127.0.0.1:1/cb?session=6dfcdb4b&x=1#frag", done.Header.Get("Location"))

	got := post(t, s, "", "miauth/6dfcdb4b/check", nil).object()
	require.Equal(t, true, got["ok"])
	token := got["token"].(string)
	assert.Len(t, token, 32)
	assert.Equal(t, []string{"read:account", "write:notes"}, s.Permissions(token))
	assert.Equal(t, "bob", got["user"].(object)["username"])
	want := newShape()
	want.learn(recordings[map[string]recorded](t, "answers.json")["miauth-check"].Response)
	loosen(want)
	assert.Empty(t, want.misfits(got, "", remote()))

	assert.Equal(t, object{"ok": false}, post(t, s, "", "miauth/6dfcdb4b/check", nil).Body, "handed out once")
	assert.Equal(t, 200, post(t, s, token, "i", nil).Status, "the token stays valid")
	kinds := post(t, s, s.Token("bob"), "i/notifications", nil).list()
	assert.Equal(t, "createToken", kinds[0]["type"])
}

func TestMiAuthDenied(t *testing.T) {
	s := Start(t, Options{})
	page := s.URL + "/miauth/abc?callback=" + url.QueryEscape("http://127.0.0.1:1/")
	denied := consentTo(t, page, "alice", "deny")
	assert.Equal(t, 200, denied.Status)
	assert.Contains(t, string(denied.Raw), "Access denied")
	assert.Equal(t, object{"ok": false}, post(t, s, "", "miauth/abc/check", nil).Body)
}

func TestMiAuthWithoutCallback(t *testing.T) {
	s := Start(t, Options{Consent: "hana"})
	page := s.URL + "/miauth/abc?permission=read:account"
	shown := string(get(t, page).Raw)
	assert.Contains(t, shown, `value="hana" checked`)
	assert.NotContains(t, shown, `value="alice"`)
	assert.Contains(t, string(consentTo(t, page, "hana", "accept").Raw), "Access granted")
	check := send(t, http.MethodPost, s.URL+"/api/miauth/abc/check", "", "", nil)
	assert.Equal(t, true, check.object()["ok"], "no body is fine without its type")
}

func TestMiAuthCallbacks(t *testing.T) {
	for callback, want := range map[string]string{
		"":                         "",
		"http://127.0.0.1:5/a?x=1": "http://127.0.0.1:5/a?session=s&x=1",
		"mejiro://auth":            "mejiro://auth?session=s",
		"http://h/?session=before": "http://h/?session=s",
		"http://h/#frag":           "http://h/?session=s#frag",
		"javascript:alert(1)":      "refused",
		"JavaScript:alert(1)":      "refused",
		"file:///etc/passwd":       "refused",
		"data:text/html,x":         "refused",
		"mailto:a@b":               "refused",
		"tel:1":                    "refused",
		"vbscript:x":               "refused",
		"/relative":                "refused",
		"http://[::1":              "refused",
	} {
		got, ok := callbackURL(callback, "s")
		if !ok {
			got = "refused"
		}
		assert.Equal(t, want, got, callback)
	}
}

func TestMiAuthRefusesOddities(t *testing.T) {
	s := Start(t, Options{})
	page := s.URL + "/miauth/abc?permission=read:account"
	assert.Equal(t, 400, consentTo(t, page, "nobody", "accept").Status)
	assert.Equal(t, 400, consentTo(t, page, "kai@fedi.example", "accept").Status, "a remote account")
	assert.Equal(t, 400, consentTo(t, s.URL+"/miauth/"+strings.Repeat("a", 200), "alice", "accept").Status)
	assert.Equal(t, object{"ok": false}, post(t, s, "", "miauth/abc/check", nil).Body)
	none := s.NewToken("alice")
	assert.Equal(t, "PERMISSION_DENIED", post(t, s, none, "i", nil).code(), "no permission at all")
	s.Accept("direct", "alice", "read:account")
	assert.Equal(t, true, post(t, s, "", "miauth/direct/check", nil).object()["ok"])
}
