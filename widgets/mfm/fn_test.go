package mfm

import (
	"os"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"

	"mejiro/api/mfm"
	"mejiro/assets"
	"mejiro/widgets/flow"
)

// TestMain has the tests speak English at UTC, wherever they run.
func TestMain(m *testing.M) {
	time.Local = time.UTC
	if _, err := assets.Speak("en"); err != nil {
		panic(err)
	}
	os.Exit(m.Run())
}

// lively is the reader with everything switched on.
var lively = func() Options {
	opt := reader
	opt.Switches = Switches{Advanced: true, Animated: true}
	opt.Now = func() time.Time { return time.Unix(1795214504, 0) }
	opt.Highlighter = NewHighlighter(atOnce)
	return opt
}()

// still is the reader who wants nothing to move, calm the one who wants sizes and places untouched as well.
func still() Options { opt := lively; opt.Animated = false; return opt }
func calm() Options  { opt := lively; opt.Advanced = false; return opt }
func line() Options  { opt := lively; opt.OneLine = true; return opt }

func TestFunctions(t *testing.T) {
	const all = ""
	for _, c := range []struct{ text, moving, still, calm, line string }{
		{"$[tada a]", "[Tada{Speed:1s Delay:0s}: a{21}]", "[: a{21}]", "[: a{21}]", "a"},
		{"***a***", "[Tada{Speed:1s Delay:0s}: a{21}]", "[: a{21}]", "[: a{21}]", "a"},
		{"$[tada.speed=0.5s,delay=-2s a]", "[Tada{Speed:500ms Delay:-2s}: a{21}]", "[: a{21}]", "[: a{21}]", "a"},
		{"$[tada.speed=2 a]", "[Tada{Speed:1s Delay:0s}: a{21}]", "[: a{21}]", "[: a{21}]", "a"},
		{"$[tada.speed=1.2.3s a]", "[Tada{Speed:0s Delay:0s}: a{21}]", "[: a{21}]", "[: a{21}]", "a"},
		{"$[jelly a]", "[Jelly{Speed:1s Delay:0s}: a]", "[: a]", "[: a]", "a"},
		{"$[twitch a]", "[Twitch{Speed:500ms Delay:0s}: a]", "[: a]", "[: a]", "a"},
		{"$[shake a]", "[Shake{Speed:500ms Delay:0s}: a]", "[: a]", "[: a]", "a"},
		{"$[spin a]", "[Spin{Speed:1.5s Delay:0s Axis:0 Left:false Alternate:false}: a]", "[: a]", "[: a]", "a"},
		{"$[spin.x,y,left,alternate,speed=1s a]", "[Spin{Speed:1s Delay:0s Axis:1 Left:true Alternate:true}: a]", "[: a]", "[: a]", "a"},
		{"$[spin.y a]", "[Spin{Speed:1.5s Delay:0s Axis:2 Left:false Alternate:false}: a]", "[: a]", "[: a]", "a"},
		{"$[jump a]", "[Jump{Speed:750ms Delay:0s}: a]", "[: a]", "[: a]", "a"},
		{"$[bounce a]", "[Bounce{Speed:750ms Delay:0s}: a]", "[: a]", "[: a]", "a"},
		{"$[rainbow a]", "[Rainbow{Speed:1s Delay:0s}: a]", "[Gradient{}: a]", "[Gradient{}: a]", "a"},
		{"$[sparkle a]", "[sparkles: a]", "a", "a", "a"},
		{"$[flip a]", "[Flip{H:true V:false}: a]", all, all, "a"},
		{"$[flip.h a]", "[Flip{H:true V:false}: a]", all, all, "a"},
		{"$[flip.v a]", "[Flip{H:false V:true}: a]", all, all, "a"},
		{"$[flip.h,v a]", "[Flip{H:true V:true}: a]", all, all, "a"},
		{"$[x2 a]", "a{28}", "a{28}", "a", "a"},
		{"$[x3 a]", "a{56}", "a{56}", "a", "a"},
		{"$[x4 a]", "a{84}", "a{84}", "a", "a"},
		{"$[x2 a$[x2 b$[x2 c]]]", "a{28}|b{42}|c{42}", "a{28}|b{42}|c{42}", "a|b|c", "a|b|c"},
		{"$[x4 $[x4 $[x4 a]]]", "a{294}", "a{294}", "a", "a"},
		{"$[x3 $[x2 a]]", "a{84}", "a{84}", "a", "a"},
		{"$[scale.x=2,y=-3 a]", "[Scale{X:2 Y:-3}: a]", "[Scale{X:2 Y:-3}: a]", "[: a]", "a"},
		{"$[scale.x=999 a]", "[Scale{X:5 Y:1}: a]", "[Scale{X:5 Y:1}: a]", "[: a]", "a"},
		{"$[scale.x=-999,y=abc a]", "[Scale{X:-5 Y:1}: a]", "[Scale{X:-5 Y:1}: a]", "[: a]", "a"},
		{"$[position.x=1.5em,y=-2 a]", "[Shift{X:1.5 Y:-2}: a]", "[Shift{X:1.5 Y:-2}: a]", "$[position |a|]", "a"},
		{"$[position.x=9999 a]", "[Shift{X:1000 Y:0}: a]", "[Shift{X:1000 Y:0}: a]", "$[position |a|]", "a"},
		{"$[rotate a]", "[Rotate{Degrees:90}: a]", all, all, "a"},
		{"$[rotate.deg=-12.5 a]", "[Rotate{Degrees:-12.5}: a]", all, all, "a"},
		{"$[rotate.deg=1e99 a]", "[Rotate{Degrees:360000}: a]", all, all, "a"},
		{"$[fg a]", "[: a{#ff0000ff}]", all, all, "a{#ff0000ff}"},
		{"$[fg.color=0A8 a]", "[: a{#00aa88ff}]", all, all, "a{#00aa88ff}"},
		{"$[fg.color=3366ff80 a]", "[: a{#ff0000ff}]", all, all, "a{#ff0000ff}"},
		{"$[fg.color=0000 a]", "[: a{#00000001}]", all, all, "a{#00000001}"},
		{"$[fg.color=12345 a]", "[: a]", all, all, "a"},
		{"$[bg a]", "[fill #ff0000ff: a]", all, all, "a"},
		{"$[bg.color=zzz a]", "[fill #ff0000ff: a]", all, all, "a"},
		{"$[border a]", "[border 1 1 primary clip: a]", all, all, "a"},
		{"$[border.style=dashed,width=4,color=f00,radius=8,noclip a]", "[border 3 4 #ff0000ff radius 8: a]", all, all, "a"},
		{"$[border.style=hidden,width=9 a]", "[clip: a]", all, all, "a"},
		{"$[border.style=bogus,width=1e9 a]", "[border 1 64 primary clip: a]", all, all, "a"},
		{"$[border.width=0,radius=-4 a]", "[clip: a]", all, all, "a"},
		{"$[border.color=12345 a]", "[clip: a]", all, all, "a"},
		{"$[font.monospace a]", "[: a{mono}]", all, all, "a{mono}"},
		{"$[font.serif $[font.monospace a]]", "[: [: a{mono}]]", all, all, "a{mono}"},
		{"$[font.monospace $[font.cursive a]]", "[: [: a{face 4}]]", all, all, "a{face 4}"},
		{"$[font.math,serif a]", "[: a{face 3}]", all, all, "a{face 3}"},
		{"$[font.fantasy,math a]", "[: a{face 5}]", all, all, "a{face 5}"},
		{"$[font.math *a*]", "[: a{italic face 6}]", all, all, "a{italic face 6}"},
		{"$[font.emoji a]", "[: a]", all, all, "a"},
		{"$[font.bogus a]", "$[font |a|]", all, all, all},
		{"$[blur a]", "[Blur{} hover: a]", all, all, all},
		{"$[clickable.ev=x a]", "a", all, all, all},
		{"$[fade a **b**]", "$[fade |a |b{bold}|]", all, all, all},
		{"$[X2 a]", "$[X2 |a|]", all, all, all},
		{"$[ruby 漢字 かんじ 外]", "[over かんじ{7}: 漢字]", all, all, "漢字|(かんじ)"},
		{"$[ruby $[fg.color=f00 赤] あか]", "[over あか{7}: [: 赤{#ff0000ff}]]", all, all, "赤{#ff0000ff}|(あか)"},
		{"$[ruby 赤]", "赤", all, all, all},
		{"$[ruby **赤**]", "赤{bold}", all, all, all},
		{"$[bg.color=000 $[fg.color=0f0 $[font.monospace t]]]", "[fill #000000ff: [: [: t{mono #00ff00ff}]]]", all, all, "t{mono #00ff00ff}"},
		{
			"$[fg.color=f0f #t @alice `c`]", "[: #t{hashtag →#t}| {#ff00ffff}|[fill mentionGround radius 1000: " +
				"picture avatar/@alice{mention →@alice}|·{mention →@alice}|@alice{mention →@alice}]| {#ff00ffff}|c{mono on code #ff00ffff}]",
			all, all, "#t{hashtag →#t}| {#ff00ffff}|@alice{mention →@alice}| {#ff00ffff}|c{mono on code #ff00ffff}",
		},
	} {
		for _, way := range []struct {
			opt  Options
			want string
		}{{lively, c.moving}, {still(), c.still}, {calm(), c.calm}, {line(), c.line}} {
			want := way.want
			if want == all {
				want = c.moving
			}
			assert.Equal(t, want, dump(Runs(mfm.Parse(c.text), way.opt)), "%s %+v", c.text, way.opt.Switches)
		}
	}
}

func TestMomentsAreTold(t *testing.T) {
	const pill = "[border 1 1 separator radius 1000: icon clock{13}|·{13}|"
	for _, c := range []struct{ text, want string }{
		{"1794955304", "11/17/2026, 10:41:44 PM (3d ago)"},
		{" 1795232504 ", "11/21/2026, 3:41:44 AM (In 5h)"},
		{"1795214504", "11/20/2026, 10:41:44 PM (Just now)"},
		{"0", "1/1/1970, 12:00:00 AM (57y ago)"},
		{"-1.5", "12/31/1969, 11:59:59 PM (57y ago)"},
		{"12 o'clock", "1/1/1970, 12:00:12 AM (57y ago)"},
		{"abc", "None"},
		{"-", "None"},
		{"99999999999999999999", "None"},
		{"**1**", "None"},
	} {
		runs := Runs(mfm.Parse("$[unixtime "+c.text+"]"), lively)
		assert.Equal(t, pill+c.want+"{13}]", dump(runs), c.text)
	}
	assert.Equal(t, "11/17/2026, 10:41:44 PM +00:00", Runs(mfm.Parse("$[unixtime 1794955304]"), lively)[0].Box.Tooltip)
	assert.Equal(t, "11/17/2026, 10:41:44 PM (3d ago)", dump(Runs(mfm.Parse("$[unixtime 1794955304]"), line())))
}

func TestDistancesAreTold(t *testing.T) {
	now := time.Unix(1795214504, 0)
	for seconds, want := range map[int64]string{
		3: "Just now", 4: "In 4s", 59: "In 59s", 60: "In 1m", 119: "In 1m", 3600: "In 1h", 5399: "In 1h", 5400: "In 2h",
		36 * 3600: "In 2d", 7 * daySeconds: "In 1w", 30 * daySeconds: "In 1mo", 600 * daySeconds: "In 2y",
		-9: "Just now", -10: "10s ago", -59: "59s ago", -119: "1m ago", -5400: "2h ago", -10 * daySeconds: "1w ago",
		-11 * daySeconds: "2w ago", -364 * daySeconds: "12mo ago", -365 * daySeconds: "1y ago",
	} {
		assert.Equal(t, want, distance(now, now.Add(time.Duration(seconds)*time.Second)), seconds)
	}
}

func TestBlocks(t *testing.T) {
	const quote = "[block bar 3 foreground@70%: "
	for _, c := range []struct{ text, want, line string }{
		{"Before\n> a\n> b\nAfter", "Before|" + quote + "a⏎b{70%}]|After", "Before| |> {70%}|a b{70%}| |After"},
		{
			"> a\n>> b\n> c", quote + "a{70%}|[block bar 3 foreground@49%: b{49%}]|c{70%}]",
			"> {70%}|a{70%}| |> {49%}|b{49%}| |c{70%}",
		},
		{"a\n<center>b\nc</center>\nd", "a|[block align 1: b⏎c]|d", "a| |b c| |d"},
	} {
		assert.Equal(t, c.want, dump(Runs(mfm.Parse(c.text), lively)), c.text)
		assert.Equal(t, c.line, dump(Runs(mfm.Parse(c.text), line())), c.text)
	}
}

func TestMentionsArePills(t *testing.T) {
	for _, c := range []struct{ text, want, line string }{
		{
			"@Bob", "[fill mentionMeGround radius 1000: picture avatar/@Bob{mentionMe →@Bob}|·{mentionMe →@Bob}|@Bob{mentionMe →@Bob}]",
			"@Bob{mentionMe →@Bob}",
		},
		{
			"<small>@a@b.c</small>", "[fill mentionGround@70% radius 1000: picture avatar/@a@b.c{mention 12 70% →@a@b.c}|" +
				"·{mention 12 70% →@a@b.c}|@a{mention 12 70% →@a@b.c}|@b.c{mention 12 35% →@a@b.c}]",
			"@a{mention 12 70% →@a@b.c}|@b.c{mention 12 35% →@a@b.c}",
		},
	} {
		assert.Equal(t, c.want, dump(Runs(mfm.Parse(c.text), lively)), c.text)
		assert.Equal(t, c.line, dump(Runs(mfm.Parse(c.text), line())), c.text)
	}
	avatar := Runs(mfm.Parse("@alice"), lively)[0].Box.Runs[0].Emoji
	assert.Equal(t, &flow.Emoji{URL: "https://example.com/avatar/@alice", Scale: 1.25, Aspect: 1, Round: true}, avatar)
}

func TestWhatIsUnlinkedKeepsItsLook(t *testing.T) {
	opt := line()
	opt.Unlinked = true
	assert.Equal(t, "@a{mention}| |#b{hashtag}| |[Blur{} hover: https://{hyperlink 50%}|c.d{bold hyperlink}]",
		dump(Runs(mfm.Parse("@a #b $[blur https://c.d]"), opt)))
}

func TestCatsSpeakAsCats(t *testing.T) {
	opt := lively
	opt.Nyaize = true
	for _, c := range []struct{ text, want string }{
		{"なんでもない、なにもない。ナナ ﾅ", "にゃんでもにゃい、にゃにもにゃい。ニャニャ ﾆｬ"},
		{"morning everyone, banana nap", "mornyan everynyan, banyanya nyap"},
		{"MORNING Everyone NAP", "MORNYAN Everynyan NYAP"},
		{"안녕하세요 나라 한다. 이다", "안녕하세요 냐라 한다냥. 이다냥"},
		{"뭐야? 야옹", "뭐냥? 야옹"},
		{"`な na`", "な na{mono on code}"},
		{"<plain>な</plain>", "な"},
		{"> な\n> **な**", "[block bar 3 foreground@70%: な⏎{70%}|にゃ{bold 70%}]"},
		{"#な", "#な{hashtag →#な}"},
		{"$[tada な]", "[Tada{Speed:1s Delay:0s}: にゃ{21}]"},
		{"$[ruby 漢字 な]", "[over にゃ{7}: 漢字]"},
		{
			"[な **な**](https://a.b)", "な {hyperlink →https://a.b}|にゃ{bold hyperlink →https://a.b}|" +
				"·{hyperlink →https://a.b}|icon external{hyperlink →https://a.b}",
		},
	} {
		assert.Equal(t, c.want, dump(Runs(mfm.Parse(c.text), opt)), c.text)
	}
}
