package api_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mejiro/api"
)

// TestNoErrorTellsTheToken lets a server send the token back in every way it
// can and looks for it in whatever comes out.
func TestNoErrorTellsTheToken(t *testing.T) {
	echo := func(status int, format string) http.HandlerFunc {
		return answering(status, strings.ReplaceAll(format, "TOKEN", token))
	}
	answers := map[string]http.HandlerFunc{
		"message":  echo(400, `{"error":{"message":"bad TOKEN","code":"A","id":"TOKEN","kind":"TOKEN","info":{"a":"TOKEN"}}}`),
		"code":     echo(400, `{"error":{"code":"TOKEN"}}`),
		"fastify":  echo(400, `{"statusCode":400,"error":"Bad Request","message":"TOKEN","code":"TOKEN"}`),
		"page":     echo(200, `<html>TOKEN</html>`),
		"cut":      echo(200, `{"token":"TOKEN`),
		"shape":    echo(200, `["TOKEN"]`),
		"string":   echo(200, `"TOKEN"`),
		"date":     echo(200, `{"createdNote":{"createdAt":"TOKEN"}}`),
		"type":     echo(200, `{"createdNote":{"id":{"TOKEN":1}}}`),
		"location": redirectingTo(307, "https://"+token+".example/?i="+token),
		"hang up":  func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) },
		"short": func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Length", "999")
			_, _ = io.WriteString(w, token)
		},
	}
	for name, answer := range answers {
		p := newPeer(t, answer)
		p.Config.ErrorLog = quiet()
		var odd []api.Oddity
		c := clientOf(t, p.URL, api.Options{OnOddity: func(o api.Oddity) { odd = append(odd, o) }})
		_, err := c.CreateNote(t.Context(), api.NewNote{Text: "x"})
		if name != "type" {
			require.Error(t, err, name)
		}
		for _, o := range odd {
			tellsNothing(t, name, o.Cause)
		}
		tellsNothing(t, name, err)
	}
}

func tellsNothing(t *testing.T, name string, err error) {
	t.Helper()
	for ; err != nil; err = errors.Unwrap(err) {
		text := fmt.Sprintf("%v %+v %#v %q", err, err, err, err)
		if encoded, failed := json.Marshal(err); failed == nil {
			text += string(encoded)
		}
		assert.NotContains(t, text, token, name)
	}
}

func TestErrorsTellNoOtherSecretsEither(t *testing.T) {
	const session, fresh = "0193c1a0-7a2b-7c3d-8e4f-112233445566", "freshTokenFromTheServer123456789"
	for _, answer := range []http.HandlerFunc{
		answering(200, `{"ok":true,"token":"`+fresh+`","user":`),
		answering(200, `{"ok":true,"token":"`+fresh[:20]),
		answering(200, `{"ok":true,"token":"`+fresh[:12]),
		answering(500, `<p>POST /api/miauth/`+session+`/check</p>`),
		redirectingTo(307, "/miauth/"+session),
		func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) },
	} {
		p := newPeer(t, answer)
		p.Config.ErrorLog = quiet()
		_, err := p.client(t).CheckMiAuth(t.Context(), session)
		require.Error(t, err)
		for cause := err; cause != nil; cause = errors.Unwrap(cause) {
			text := fmt.Sprintf("%v %+v %#v", cause, cause, cause)
			assert.NotContains(t, text, session)
			assert.NotContains(t, text, fresh[:12])
		}
		assert.Contains(t, err.Error(), "miauth/…/check")
	}
}
