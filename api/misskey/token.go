package misskey

import (
	"fmt"
	"io"
	"log/slog"
)

// redacted is all that is ever printed of a token.
const redacted = "[token]"

// Token is the secret that lets this client act for an account. Printing,
// logging or encoding one shows that there is a token and nothing of it; only
// Reveal gives it away, for the Authorization header and the OS keyring.
type Token string

// Reveal is the secret itself. What it returns must not reach a log, an error,
// an address or a file.
func (t Token) Reveal() string { return string(t) }

// Format implements fmt.Formatter, so that no verb prints the secret.
func (t Token) Format(f fmt.State, _ rune) { _, _ = io.WriteString(f, t.String()) }

// String tells whether there is a token.
func (t Token) String() string {
	if t == "" {
		return ""
	}
	return redacted
}

// LogValue implements slog.LogValuer.
func (t Token) LogValue() slog.Value { return slog.StringValue(t.String()) }

// MarshalText implements encoding.TextMarshaler, which JSON follows too: a
// token that strays into something encoded does not go out with it.
func (t Token) MarshalText() ([]byte, error) { return []byte(t.String()), nil }
