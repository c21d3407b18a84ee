package formula

import (
	"image"
	"image/color"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestFormulasAreSet(t *testing.T) {
	for _, s := range []string{
		`E = mc^2`, `\frac{1}{2} \sum_{i=0}^{n} i`, `\sqrt[3]{x^2+1}`, `\int_0^\infty e^{-x}\,dx`, `\left(\frac{a}{b}\right)^2`,
		`\begin{pmatrix}a&b\\c&d\end{pmatrix}`, `f(x)=\begin{cases}1&x>0\\0&\text{otherwise}\end{cases}`, `a \\ b`,
		`\begin{aligned}a&=b+c\\&=d\end{aligned}`, `\begin{array}{lr}a&b\end{array}`, `\bar x\hat y\vec v\overline{AB}\underline{c}`,
		`\lim_{x\to0}\frac{\sin x}{x}`, `\binom nk`, `f'(x)=-|x|`, `\forall x\in\mathbb{R}`, `\mathbf E\mathcal L\mathfrak g`,
		`\operatorname{rot}`, `\left\{x\mid x^2\right.`, `\overset{!}{=}\underset{x}{=}`, `{}^2x`, `\rm d x`, `é + Ω`,
	} {
		f, ok := Set(s, 14, true)
		if assert.True(t, ok, s) {
			assert.Positive(t, f.Baseline(), s)
			assert.Greater(t, f.Size().Height, f.Baseline()-1, s)
		}
	}
}

func TestWhatIsNotKnownIsNotSet(t *testing.T) {
	for _, s := range []string{
		"", " ", `\foo`, `x^`, `_`, `{a`, `a}`, `\frac{a}`, `\left(a`, `\left`, `\left x a\right)`, `\right)`, `日本`, `a & b \end{x}`,
		`\begin{matrix}a`, `\begin{matrix}a\end{pmatrix}`, `\begin{bogus}a\end{bogus}`, `\begin`, `\begin{array}a\end{array}`,
		`\sqrt[3`, `$x$`, `\`, `\def\x{\x}\x`, `\input{/etc/passwd}`, `\begin{array}{z}a\end{array}`, "\xff",
	} {
		_, ok := Set(s, 14, false)
		assert.False(t, ok, s)
	}
}

func TestPlacesFollowTheContent(t *testing.T) {
	height := func(s string, display bool) float32 {
		f, ok := Set(s, 14, display)
		require.True(t, ok, s)
		return f.Size().Height
	}
	assert.Greater(t, height(`\frac ab`, true), height(`\frac ab`, false))
	assert.Greater(t, height(`\sum_a^b`, true), height(`\sum_a^b`, false))
	assert.Greater(t, height(`x^{2^2}`, false), height(`x`, false))
	small, _ := Set("x", 14, false)
	large, _ := Set("x", 28, false)
	assert.Greater(t, large.Size().Width, small.Size().Width)
}

func TestFormulasAreDrawnInTheirColour(t *testing.T) {
	f, ok := Set(`\sqrt{x}`, 20, false)
	require.True(t, ok)
	size := f.Size()
	picture := f.Draw(int(2*size.Width), int(2*size.Height), color.NRGBA{R: 0xff, A: 0xff})
	var inked int
	bounds := picture.Bounds()
	assert.Equal(t, image.Rect(0, 0, int(2*size.Width), int(2*size.Height)), bounds)
	for y := range bounds.Dy() {
		for x := range bounds.Dx() {
			c := color.NRGBAModel.Convert(picture.At(x, y)).(color.NRGBA)
			if c.A > 0x80 {
				inked++
				assert.Equal(t, []uint8{0xff, 0, 0}, []uint8{c.R, c.G, c.B})
			}
			edge := x == 0 || y == 0 || x == bounds.Dx()-1 || y == bounds.Dy()-1
			assert.False(t, edge && c.A > 0, "something is cut off")
		}
	}
	assert.Greater(t, inked, 100)
}

func TestHostileFormulasAreBounded(t *testing.T) {
	began := time.Now()
	for _, s := range []string{
		strings.Repeat("{", 500), strings.Repeat("x^{", 150) + strings.Repeat("}", 150), strings.Repeat(`\sqrt`, 100) + "x",
		strings.Repeat(`\frac`, 100), strings.Repeat("a&", 250), strings.Repeat(`a\\`, 150), strings.Repeat("x", 1<<20),
		strings.Repeat(`\left(`, 90), strings.Repeat(`\begin{matrix}`, 40), strings.Repeat(`\quad`, 100) + "x", strings.Repeat(`\!`, 290) + "x",
		strings.Repeat("x_", 300), strings.Repeat("'", 500), strings.Repeat(`\overset x`, 60), strings.Repeat(`\hat`, 140) + "x",
	} {
		if f, ok := Set(s, 300, true); ok {
			assert.LessOrEqual(t, f.Size().Width, float32(maxSide+1))
			f.Draw(100, 100, color.Black)
		}
	}
	assert.Less(t, time.Since(began), 5*time.Second)
}

func FuzzSet(f *testing.F) {
	for _, s := range []string{`\frac{1}{2}^a_b'`, `\begin{cases}a&b\\c\end{cases}`, `\left<\sqrt[3]{x}\right|`, `\rm\text{ a }~\,`} {
		f.Add(s)
	}
	f.Fuzz(func(_ *testing.T, s string) {
		if f, ok := Set(s, 14, true); ok {
			f.Draw(50, 20, color.Black)
		}
	})
}
