package note

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"mejiro/widgets/flow"
)

func TestCatsSpeakInNotesAndSummaries(t *testing.T) {
	newApp(t)
	env := newEnv(nil)
	n := said("rin", "なに")
	assert.Equal(t, "なに", env.Text(n)[0].Text)
	n.User.IsCat = true
	assert.Equal(t, "にゃに", env.Text(n)[0].Text)
	assert.Equal(t, "にゃに", env.Summary(n)[0].Text)
	n.User.Name = "なな"
	assert.Equal(t, "なな", env.name(n.User, flow.Style{})[0].Text, "not in names")
}

func TestSummariesLeadNowhere(t *testing.T) {
	newApp(t)
	env := newEnv(nil)
	for _, text := range []string{"@bob #tag https://a.example", "$[blur @bob [a](https://a.example)]"} {
		assertNoLinks(t, env.Summary(said("rin", text)))
	}
}

func assertNoLinks(t *testing.T, runs []flow.Run) {
	t.Helper()
	for _, r := range runs {
		assert.Nil(t, r.Link, r.Text)
		if r.Box != nil {
			assertNoLinks(t, r.Box.Runs)
		}
	}
}
