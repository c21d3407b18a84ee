package note

import (
	"errors"
	"image"
	"os"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"mejiro/api/misskey"
	"mejiro/assets"
	"mejiro/widgets"
	"mejiro/widgets/look"
)

// TestMain has the tests speak English at UTC, wherever they run.
func TestMain(m *testing.M) {
	time.Local = time.UTC
	if _, err := assets.Speak("en"); err != nil {
		panic(err)
	}
	os.Exit(m.Run())
}

func newApp(t testing.TB) {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(look.New(look.Light))
}

// noon is when the tests take place.
func noon() time.Time { return time.Date(2026, 11, 20, 12, 0, 0, 0, time.UTC) }

const home = "https://misskey.example"

// newEnv is alice's, on a server that has the custom emoji blobcat, and wide
// whose shape is known.
func newEnv(pictures widgets.Pictures) *Env {
	return &Env{
		Me: "alice", Username: "alice", Server: home,
		Emoji: func(name, host string, given misskey.EmojiMap) string {
			switch {
			case given[name] != "":
				return given[name]
			case host != "":
				return home + "/emoji/" + name + "@" + host + ".webp"
			case name == "blobcat" || name == "wide":
				return home + "/emoji/" + name + ".webp"
			}
			return ""
		},
		Aspect: func(url string) float32 {
			if strings.HasSuffix(url, "/wide.webp") {
				return 5
			}
			return 0
		},
		Pictures: pictures,
		Now:      noon,
	}
}

// album is a source of pictures that come when the test wants.
type album struct {
	asked   []widgets.PictureRequest
	left    int // how many were cancelled
	waiting map[string][]func(image.Image, bool, error)
}

func newAlbum() *album { return &album{waiting: map[string][]func(image.Image, bool, error){}} }

// Load implements widgets.Pictures.
func (a *album) Load(req widgets.PictureRequest, _ float32, got func(image.Image, bool, error)) func() {
	a.asked = append(a.asked, req)
	gone := false
	a.waiting[req.URL] = append(a.waiting[req.URL], func(img image.Image, final bool, err error) {
		if !gone {
			got(img, final, err)
		}
	})
	return func() {
		if !gone {
			gone = true
			a.left++
		}
	}
}

func (a *album) bring(url string, w, h int) {
	for _, got := range a.waiting[url] {
		got(image.NewRGBA(image.Rect(0, 0, w, h)), true, nil)
	}
	delete(a.waiting, url)
}

func (a *album) fail(url string) {
	for _, got := range a.waiting[url] {
		got(nil, true, errors.New("no such picture"))
	}
	delete(a.waiting, url)
}

func user(name string) misskey.User {
	return misskey.User{ID: misskey.UserID(name), Username: name, Name: strings.ToUpper(name[:1]) + name[1:], AvatarURL: home + "/avatar/" + name}
}

// said is a note of five minutes ago.
func said(by, text string, with ...func(*misskey.Note)) misskey.Note {
	n := misskey.Note{
		ID: misskey.NoteID("n-" + by), CreatedAt: noon().Add(-5 * time.Minute), User: user(by), UserID: misskey.UserID(by),
		Visibility: misskey.VisibilityPublic,
	}
	if text != "" {
		n.Text = &text
	}
	for _, change := range with {
		change(&n)
	}
	return n
}

func withID(id misskey.NoteID) func(*misskey.Note) { return func(n *misskey.Note) { n.ID = id } }
func withCW(cw string) func(*misskey.Note)         { return func(n *misskey.Note) { n.CW = &cw } }

func withReactions(mine string, counts map[string]int) func(*misskey.Note) {
	return func(n *misskey.Note) { n.Reactions, n.MyReaction = counts, mine }
}

func withFiles(files ...misskey.DriveFile) func(*misskey.Note) {
	return func(n *misskey.Note) {
		n.Files = files
		for _, f := range files {
			n.FileIDs = append(n.FileIDs, f.ID)
		}
	}
}

func replyTo(parent misskey.Note) func(*misskey.Note) {
	return func(n *misskey.Note) { n.ReplyID, n.Reply = parent.ID, &parent }
}

func renoting(target misskey.Note) func(*misskey.Note) {
	return func(n *misskey.Note) { n.RenoteID, n.Renote = target.ID, &target }
}

// photo is a picture of that many pixels.
func photo(name string, width, height int) misskey.DriveFile {
	return misskey.DriveFile{
		ID: misskey.FileID(name), Name: name + ".webp", Type: "image/webp", Blurhash: "LEHV6nWB2yk8pyo0adR*.7kCMdnj",
		URL: home + "/files/" + name, ThumbnailURL: home + "/files/thumbnail-" + name,
		Properties: misskey.FileProperties{Width: width, Height: height},
	}
}

// usual is a note as most are: a hundred characters with two emoji, a hashtag
// and three kinds of reactions.
func usual() misskey.Note {
	return said("bob", "こんにちは。今日はとても良い天気なので、近くの公園まで散歩に行ってきました。:blobcat: "+
		"Hello world, that was fun 🎉 and the tea was good as well. #散歩",
		withReactions("❤", map[string]int{":blobcat@.:": 3, "❤": 12, "👍": 1}),
		func(n *misskey.Note) { n.RepliesCount, n.RenoteCount = 2, 11 })
}

// nothing is somebody who asks for nothing.
type nothing struct{}

var _ Actions = nothing{}

func (nothing) Reply(misskey.Note)                                  {}
func (nothing) Renote(misskey.Note, fyne.CanvasObject)              {}
func (nothing) React(misskey.Note, fyne.CanvasObject)               {}
func (nothing) ToggleReaction(misskey.Note, string)                 {}
func (nothing) Clip(misskey.Note, fyne.CanvasObject)                {}
func (nothing) More(misskey.Note, fyne.CanvasObject, fyne.Position) {}
func (nothing) Vote(misskey.Note, int)                              {}
func (nothing) OpenNote(misskey.Note)                               {}
func (nothing) OpenUser(misskey.User)                               {}
func (nothing) OpenLink(string)                                     {}
func (nothing) OpenFile(misskey.Note, int)                          {}
func (nothing) SetOpen(misskey.Note, Open)                          {}
func (nothing) Answer(misskey.NotificationID, bool)                 {}
