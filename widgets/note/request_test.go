package note

import (
	"testing"

	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/assert"

	"mejiro/api/misskey"
	"mejiro/assets"
)

// request is that bob asks to follow the reader.
func request() misskey.Notification {
	bob := user("bob")
	return misskey.Notification{ID: "asked", Type: misskey.NotifyReceiveFollowRequest, User: &bob, UserID: bob.ID, CreatedAt: noon()}
}

func TestARequestIsAnswered(t *testing.T) {
	newApp(t)
	s := LayNotification(request(), Unanswered, Open{}, newEnv(newAlbum()), 330)
	_, d, canvas := show(t, Value{}, s)
	test.TapCanvas(canvas, textWith(t, s, "Accept").centre())
	test.TapCanvas(canvas, textWith(t, s, "Reject").centre())
	assert.Equal(t, []string{"answer asked true", "answer asked false"}, d.deeds)
}

func TestAnAnswerIsSaidAndCannotBeGivenAgain(t *testing.T) {
	newApp(t)
	env := newEnv(newAlbum())
	open := len(LayNotification(request(), Unanswered, Open{}, env, 330).Zones)
	for answer, words := range map[Answer]string{
		Accepted: "Accepted", Rejected: "Rejected", Withdrawn: "The request is no longer there",
	} {
		s := LayNotification(request(), answer, Open{}, env, 330)
		assert.NotZero(t, textWith(t, s, words).Size.Width)
		assert.Len(t, s.Zones, open-2)
	}
}

func TestTheButtonsOfARequestFitEveryLanguage(t *testing.T) {
	newApp(t)
	defer func() {
		_, err := assets.Speak("en")
		assert.NoError(t, err)
	}()
	for _, language := range assets.Languages() {
		_, err := assets.Speak(language)
		assert.NoError(t, err)
		for _, width := range []float32{240, 330} {
			s := LayNotification(request(), Unanswered, Open{}, newEnv(newAlbum()), width)
			for _, x := range s.Boxes {
				assert.LessOrEqual(t, x.right(), width, "%s at %g", language, width)
			}
			for _, x := range s.Texts {
				assert.False(t, x.Layout.Truncated(), "%s at %g: %s", language, width, x.Layout.String())
			}
		}
	}
}
