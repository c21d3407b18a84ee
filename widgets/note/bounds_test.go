package note

import (
	"fmt"
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"github.com/stretchr/testify/assert"

	"mejiro/api/misskey"
	"mejiro/widgets/look"
)

// everySheet lays out everything the tests know of, at many widths.
func everySheet(t *testing.T, check func(t *testing.T, s *Sheet)) {
	t.Helper()
	newApp(t)
	env := newEnv(newAlbum())
	for _, width := range []float32{240, 260, 297, 330, 365, 480, 640, 900} {
		for _, s := range append(scenes(), crowded()...) {
			t.Run(fmt.Sprint(s.name, "/", width), func(t *testing.T) { check(t, Lay(s.value, env, width)) })
		}
		for _, n := range notices() {
			t.Run(fmt.Sprint(n.Type, "/", width), func(t *testing.T) { check(t, LayNotification(n, Unanswered, Open{}, env, width)) })
		}
	}
}

// crowded are cards with too much of everything.
func crowded() []scene {
	famous := func(n *misskey.Note) {
		n.User.Name = "とても長い名前の人でございますよろしくおねがいいたします and latin too"
		n.User.Username = "averyveryverylongusername_1234567890"
		n.User.Host = "a-very-long-host-name.subdomain.example.com"
		n.RepliesCount, n.RenoteCount = math.MaxInt, 123456
		n.Visibility, n.LocalOnly = misskey.VisibilityFollowers, true
		n.User.IsBot = true
	}
	all := said("bob", "text", famous, withReactions("❤", map[string]int{"❤": math.MaxInt, ":wide@.:": 99, "a reaction in so many words that it fills a line": 2}))
	return []scene{
		{"famous", Value{Note: all}},
		{"famous-renote", Value{Note: said("carol", "", famous, renoting(all))}},
		{"famous-reply", Value{Note: said("carol", "yes", famous, replyTo(all))}},
		{"famous-quote", Value{Note: said("carol", "yes", famous, renoting(all), inChannel("a channel of a rather long name that does not end", "#fff"))}},
	}
}

func TestEverythingStandsWithinItsCard(t *testing.T) {
	everySheet(t, func(t *testing.T, s *Sheet) {
		within := func(what string, p Place) {
			const slack = 0.5
			ok := p.Pos.X >= -slack && p.Pos.Y >= -slack && p.right() <= s.Size.Width+slack && p.bottom() <= s.Size.Height+slack
			assert.True(t, ok, "%s at %s leaves the card", what, placed(p))
		}
		for _, x := range s.Boxes {
			within("box", x.Place)
		}
		for _, x := range s.Pictures {
			within("picture", x.Place)
			assert.Positive(t, x.Size.Width)
			assert.Positive(t, x.Size.Height)
		}
		for _, x := range s.Zones {
			within("zone "+x.Label, x.Place)
		}
		for _, x := range s.Icons {
			within("icon "+string(x.Name), x.Place)
		}
		for _, x := range s.Texts {
			within(x.Layout.String(), Place{x.Pos, x.Layout.Size()})
		}
	})
}

func TestNothingLiesOverAText(t *testing.T) {
	everySheet(t, func(t *testing.T, s *Sheet) {
		for i, x := range s.Texts {
			p := Place{x.Pos, x.Layout.Size()}
			for _, y := range s.Texts[i+1:] {
				assert.False(t, overlap(p, Place{y.Pos, y.Layout.Size()}), "%q lies over %q", y.Layout.String(), x.Layout.String())
			}
			for _, y := range s.Icons {
				assert.False(t, overlap(p, y.Place), "icon %s lies over %q", y.Name, x.Layout.String())
			}
			for _, y := range s.Avatars {
				if !isBadge(x) {
					assert.False(t, overlap(p, y.Place), "%s's avatar lies under %q", y.User.Username, x.Layout.String())
				}
			}
		}
	})
}

// isBadge reports whether a text is a reaction at an avatar's corner.
func isBadge(x Text) bool { return x.Layout.Size().Width < 28 && x.Layout.Lines() == 1 }

// overlap reports whether two places share more than an edge.
func overlap(a, b Place) bool {
	const edge = 1
	return a.Pos.X+edge < b.right() && b.Pos.X+edge < a.right() && a.Pos.Y+edge < b.bottom() && b.Pos.Y+edge < a.bottom()
}

func TestWhatCanBePressedCanBeHit(t *testing.T) {
	everySheet(t, func(t *testing.T, s *Sheet) {
		for _, z := range s.Zones {
			if z.Press == nil {
				continue
			}
			assert.GreaterOrEqual(t, z.Size.Width, float32(leastHit), z.Label)
			assert.GreaterOrEqual(t, z.Size.Height, float32(leastHit), z.Label)
			assert.False(t, z.Shape.Size.IsZero(), "something is lit")
		}
	})
}

func TestEverythingCanBeReached(t *testing.T) {
	everySheet(t, func(t *testing.T, s *Sheet) {
		for i, z := range s.Zones {
			centre := z.Pos.AddXY(z.Size.Width/2, z.Size.Height/2)
			for _, over := range s.Zones[i+1:] {
				inner := over.Pos.X >= z.Pos.X && over.right() <= z.right() && over.Pos.Y >= z.Pos.Y && over.bottom() <= z.bottom()
				assert.False(t, holdsPoint(over.Place, centre) && !inner, "%q lies over the middle of %q", over.Label, z.Label)
			}
		}
	})
}

func holdsPoint(p Place, at fyne.Position) bool {
	return at.X >= p.Pos.X && at.X < p.right() && at.Y >= p.Pos.Y && at.Y < p.bottom()
}

func TestTextsStandOnWholeUnits(t *testing.T) {
	everySheet(t, func(t *testing.T, s *Sheet) {
		for _, x := range s.Texts {
			assert.Equal(t, fyne.NewPos(whole(x.Pos.X), whole(x.Pos.Y)), x.Pos, "%q is blurred", x.Layout.String())
		}
		assert.Equal(t, whole(s.Size.Height), s.Size.Height)
	})
}

func TestAnyWidthIsHarmless(t *testing.T) {
	newApp(t)
	env := newEnv(newAlbum())
	for _, width := range []float32{0, -5, 1, 60, 100, float32(math.NaN()), float32(math.Inf(1)), float32(math.Inf(-1)), 1e9} {
		for _, s := range append(scenes(), crowded()...) {
			sheet := Lay(s.value, env, width)
			assert.True(t, sheet.Size.Height > look.AvatarSize && sheet.Size.Height < 1e6, "%s at %v is %v high", s.name, width, sheet.Size.Height)
			assert.False(t, math.IsNaN(float64(sheet.Size.Width)))
		}
	}
}
