package miauth

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"html/template"
)

// Page is what the browser shows when the user comes back: words in the
// user's language, as plain text.
type Page struct {
	Lang     string // BCP 47 tag of the words
	Title    string
	Sentence string
}

const style = `
:root { color-scheme: light dark; --accent: #5f9e25; }
body { box-sizing: border-box; margin: 0; min-height: 100vh; display: grid; place-content: center; text-align: center;
  font: 16px/1.6 system-ui, sans-serif; padding: 24px; }
h1 { font-size: 22px; margin: 0 0 8px; color: var(--accent); }
p { margin: 0; max-width: 32em; }
@media (prefers-color-scheme: dark) { :root { --accent: #9bd162; } }
`

// html is the page and the policy under which only its own style applies.
func (p Page) html() (page []byte, policy string, err error) {
	t, err := template.New("page").Parse(`<!DOCTYPE html>
<html lang="{{.Lang}}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>{{.Title}}</title>
<style>` + style + `</style>
</head>
<body><main><h1>{{.Title}}</h1><p>{{.Sentence}}</p></main></body>
</html>
`)
	if err != nil {
		return nil, "", err
	}
	var b bytes.Buffer
	if err := t.Execute(&b, p); err != nil {
		return nil, "", err
	}
	sum := sha256.Sum256([]byte(style))
	policy = fmt.Sprintf("default-src 'none'; style-src 'sha256-%s'; base-uri 'none'; form-action 'none'; "+
		"frame-ancestors 'none'", base64.StdEncoding.EncodeToString(sum[:]))
	return b.Bytes(), policy, nil
}
