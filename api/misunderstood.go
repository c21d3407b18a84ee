package api

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"
)

// Muddle says what is wrong with an answer.
type Muddle string

// The ways in which an answer makes no sense.
const (
	MuddleNotJSON   Muddle = "notJSON"   // a web page, or nothing at all
	MuddleTruncated Muddle = "truncated" // it ends in the middle
	MuddleWrongType Muddle = "wrongType" // JSON of another shape
	MuddleTooLarge  Muddle = "tooLarge"  // more than a call takes in
)

// Misunderstood tells that an answer came and says success, but cannot be what
// the endpoint answers. A write may have been carried out.
type Misunderstood struct {
	Endpoint string
	Status   int
	Muddle   Muddle
	// Excerpt is the beginning of the answer in one line, at most 120
	// characters, with whatever looks like a secret taken out.
	Excerpt string

	detail string // the decoder's words, as careful as the excerpt
}

// Error names the endpoint, what is wrong and an excerpt.
func (e *Misunderstood) Error() string {
	text := fmt.Sprintf("api: %s: answer not understood: %s", e.Endpoint, e.Muddle)
	if e.detail != "" {
		text += ": " + e.detail
	}
	return text + fmt.Sprintf(": %q", e.Excerpt)
}

const (
	excerptLength = 120 // characters
	messageLength = 300
)

var (
	secretMember = regexp.MustCompile(`(?i)("(?:i|token|accessToken|secret|password|appSecret|session)"\s*:\s*")[^"]*`)
	secretRun    = regexp.MustCompile(`[A-Za-z0-9_\-]{24,}`)
)

// excerpt is the beginning of a foreign text without secrets.
func (c *Client) excerpt(body []byte) string {
	const enough = 16 * excerptLength
	text := c.hide(string(body[:min(len(body), enough)]))
	text = secretMember.ReplaceAllString(text, "${1}…")
	text = secretRun.ReplaceAllString(text, "…")
	return oneLine(text, excerptLength)
}

// hide takes the token out of a text a server sent.
func (c *Client) hide(text string) string {
	if token := c.token(); token != "" {
		return strings.ReplaceAll(text, token, "…")
	}
	return text
}

// oneLine makes foreign text fit for a log: one line, bounded, nothing in it
// that steers a terminal.
func oneLine(text string, limit int) string {
	text = strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return ' '
		}
		if !unicode.IsPrint(r) {
			return -1
		}
		return r
	}, text)
	text = strings.Join(strings.Fields(text), " ")
	runes := []rune(text)
	if len(runes) > limit {
		return string(runes[:limit-1]) + "…"
	}
	return text
}
