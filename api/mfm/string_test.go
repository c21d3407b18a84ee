package mfm

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestString(t *testing.T) {
	for text, want := range map[string]string{
		"":                                     "",
		"a **b** <b>c</b> __d__":               "a **b** **c** **d**",
		"*a* <i>b</i> ~~c~~ <s>d</s>":          "<i>a</i> <i>b</i> ~~c~~ ~~d~~",
		"<small>a</small> ***b***":             "<small>a</small> $[tada b]",
		"$[spin.speed=1s,left a] :b: 👍":        "$[spin.speed=1s,left a] :b: 👍",
		"[a](<https://b>) ?[c](https://d)":     "[a](https://b) ?[c](https://d)",
		"<https://a> https://b @c@d #e":        "<https://a> https://b @c@d #e",
		"`a` \\(b\\) <plain>c</plain>":         "`a` \\(b\\) <plain>\nc\n</plain>",
		"a\n\n> b\n>> c\n\nd":                  "a\n> b\n> > c\nd",
		"a\n```js\nb\n```\nc":                  "a\n```js\nb\n```\nc",
		"\\[a\\]\n<center>b</center>\nc 検索\nd": "\\[\na\n\\]\n<center>\nb\n</center>\nc 検索\nd",
	} {
		assert.Equal(t, want, String(Parse(text)), "%q", text)
	}
}

func TestJSON(t *testing.T) {
	for text, want := range map[string]string{
		"":                                 `[]`,
		"a&<":                              `[{"type":"text","props":{"text":"a&<"}}]`,
		"**a**":                            `[{"type":"bold","children":[{"type":"text","props":{"text":"a"}}]}]`,
		"*a*":                              `[{"type":"italic","children":[{"type":"text","props":{"text":"a"}}]}]`,
		"~~a~~":                            `[{"type":"strike","children":[{"type":"text","props":{"text":"a"}}]}]`,
		"<small>a</small>":                 `[{"type":"small","children":[{"type":"text","props":{"text":"a"}}]}]`,
		"<center>a</center>":               `[{"type":"center","children":[{"type":"text","props":{"text":"a"}}]}]`,
		"> a":                              `[{"type":"quote","children":[{"type":"text","props":{"text":"a"}}]}]`,
		"<plain>a</plain>":                 `[{"type":"plain","children":[{"type":"text","props":{"text":"a"}}]}]`,
		"***👍***":                          `[{"type":"fn","props":{"name":"tada","args":{}},"children":[{"type":"unicodeEmoji","props":{"emoji":"👍"}}]}]`,
		"$[a.b=1,c :d:]":                   `[{"type":"fn","props":{"name":"a","args":{"b":"1","c":true}},"children":[{"type":"emojiCode","props":{"name":"d"}}]}]`,
		"`a`":                              `[{"type":"inlineCode","props":{"code":"a"}}]`,
		"```\na\n```":                      `[{"type":"blockCode","props":{"code":"a","lang":null}}]`,
		"```b\na\n```":                     `[{"type":"blockCode","props":{"code":"a","lang":"b"}}]`,
		`\(a\)`:                            `[{"type":"mathInline","props":{"formula":"a"}}]`,
		`\[a\]`:                            `[{"type":"mathBlock","props":{"formula":"a"}}]`,
		"a search":                         `[{"type":"search","props":{"query":"a","content":"a search"}}]`,
		"@a":                               `[{"type":"mention","props":{"username":"a","host":null,"acct":"@a"}}]`,
		"@a@b":                             `[{"type":"mention","props":{"username":"a","host":"b","acct":"@a@b"}}]`,
		"#a":                               `[{"type":"hashtag","props":{"hashtag":"a"}}]`,
		"https://a":                        `[{"type":"url","props":{"url":"https://a"}}]`,
		"<https://a>":                      `[{"type":"url","props":{"url":"https://a","brackets":true}}]`,
		"[a](https://b)":                   `[{"type":"link","props":{"silent":false,"url":"https://b"},"children":[{"type":"text","props":{"text":"a"}}]}]`,
		"?[a](https://b)":                  `[{"type":"link","props":{"silent":true,"url":"https://b"},"children":[{"type":"text","props":{"text":"a"}}]}]`,
		"<b>$[x.1=a,0 b]</b>":              `[{"type":"bold","children":[{"type":"fn","props":{"name":"x","args":{"0":true,"1":"a"}},"children":[{"type":"text","props":{"text":"b"}}]}]}]`,
		"\xff":                             `[{"type":"text","props":{"text":"\ufffd"}}]`,
		"a\u2028":                          `[{"type":"text","props":{"text":"a\u2028"}}]`,
		":あ:":                              `[{"type":"text","props":{"text":":あ:"}}]`,
		"<small></small><center></center>": `[{"type":"text","props":{"text":"<small></small><center></center>"}}]`,
	} {
		got, err := json.Marshal(Parse(text))
		require.NoError(t, err)
		assert.JSONEq(t, want, string(got), "%q", text)
	}
	empty, err := json.Marshal(Bold{})
	require.NoError(t, err)
	assert.Equal(t, `{"type":"bold","children":[]}`, string(empty))
}
