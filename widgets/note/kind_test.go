package note

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"mejiro/api/misskey"
	"mejiro/assets"
)

func TestEveryNotificationSaysSomething(t *testing.T) {
	newApp(t)
	for _, language := range assets.Languages() {
		_, err := assets.Speak(language)
		assert.NoError(t, err)
		for _, n := range notices() {
			text := kindTitle(n)
			if n.User != nil {
				text = kindSentence(n.Type)
				assert.Contains(t, text, slot, "%s in %s has a place for the name", n.Type, language)
			}
			assert.NotEmpty(t, text)
			assert.NotContains(t, text, "notification.", "%s in %s", n.Type, language)
		}
	}
	_, err := assets.Speak("en")
	assert.NoError(t, err)
}

func TestNamesWithoutTranslationAreTakenApart(t *testing.T) {
	for name, want := range map[string]string{
		"justSetUpMyMsky": "Just set up my msky", "notes100": "Notes100", "": "", "A": "A", "éa": "Éa",
	} {
		assert.Equal(t, want, apart(name))
	}
}

func TestDetailsAreLinesOfText(t *testing.T) {
	n := misskey.Notification{Message: " hi\nthere ", Body: "\n", ExportedEntity: "clip", Role: &misskey.Role{Name: "Gardener"}}
	assert.Equal(t, []string{"hi there", "Clips", "Gardener"}, details(n))
	assert.Equal(t, "Some thing", exported("someThing"))
}
