package misskey

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"testing"
)

const secret = "abcdefghijklmnopqrstuvwxyz012345"

func TestTokenNeverPrints(t *testing.T) {
	token := Token(secret)
	holder := struct {
		Token Token
		Name  string
	}{token, "alice"}
	var printed []string
	for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x", "%X", "%d", "%T %o", "%10.3s"} {
		printed = append(printed, fmt.Sprintf(verb, token), fmt.Sprintf(verb, holder), fmt.Sprintf(verb, &holder),
			fmt.Sprintf(verb, []Token{token}), fmt.Sprintf(verb, map[string]Token{"a": token}))
	}
	printed = append(printed, token.String(), fmt.Sprint(token), fmt.Errorf("with %w and %s", errors.New("x"), token).Error())
	for _, handler := range []func(*bytes.Buffer) slog.Handler{
		func(b *bytes.Buffer) slog.Handler { return slog.NewTextHandler(b, nil) },
		func(b *bytes.Buffer) slog.Handler { return slog.NewJSONHandler(b, nil) },
	} {
		var log bytes.Buffer
		slog.New(handler(&log)).Info("signed in", "token", token, "holder", holder)
		printed = append(printed, log.String())
	}
	encoded, err := json.Marshal(holder)
	if err != nil {
		t.Fatal(err)
	}
	printed = append(printed, string(encoded))
	hex := fmt.Sprintf("%x", secret[:8])
	for _, p := range printed {
		if strings.Contains(p, secret[:8]) || strings.Contains(strings.ToLower(p), hex) {
			t.Errorf("the token shows in %q", p)
		}
	}
}

func TestTokenReadsAndReveals(t *testing.T) {
	var answer struct {
		Token Token `json:"token"`
	}
	if err := json.Unmarshal([]byte(`{"token":"`+secret+`"}`), &answer); err != nil {
		t.Fatal(err)
	}
	if answer.Token.Reveal() != secret {
		t.Error("the token was not read")
	}
	if Token("").String() != "" {
		t.Error("no token prints as one")
	}
}
