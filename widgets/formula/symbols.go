package formula

import "strings"

// class is what a piece is to its neighbours.
type class int

const (
	ordinary class = iota
	operator       // sin, ∑
	binary         // +
	relation       // =
	opening
	closing
	punctuation
)

// Tables of symbols: names and what they are, in turns.
const (
	ordinaryNames = "alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι " +
		"kappa κ lambda λ mu μ nu ν xi ξ pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ upsilon υ phi ϕ varphi φ " +
		"chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω " +
		"infty ∞ partial ∂ nabla ∇ forall ∀ exists ∃ nexists ∄ emptyset ∅ varnothing ∅ neg ¬ lnot ¬ angle ∠ hbar ℏ ell ℓ " +
		"Re ℜ Im ℑ aleph ℵ prime ′ ldots … dots … cdots ⋯ vdots ⋮ ddots ⋱ top ⊤ bot ⊥ degree ° wp ℘ imath ı jmath ȷ " +
		"triangle △ square □ blacksquare ■ star ⋆ dagger † ddagger ‡ % % # # & & $ $ _ _ surd √ sharp ♯ flat ♭ therefore ∴ because ∵"
	binaryNames = "times × div ÷ pm ± mp ∓ cdot ⋅ ast ∗ circ ∘ bullet ∙ cap ∩ cup ∪ vee ∨ lor ∨ wedge ∧ land ∧ oplus ⊕ " +
		"ominus ⊖ otimes ⊗ oslash ⊘ odot ⊙ setminus ∖ uplus ⊎ sqcap ⊓ sqcup ⊔"
	relationNames = "leq ≤ le ≤ geq ≥ ge ≥ neq ≠ ne ≠ ll ≪ gg ≫ equiv ≡ approx ≈ sim ∼ simeq ≃ cong ≅ propto ∝ in ∈ notin ∉ " +
		"ni ∋ subset ⊂ supset ⊃ subseteq ⊆ supseteq ⊇ perp ⊥ parallel ∥ mid ∣ vdash ⊢ models ⊨ to → rightarrow → leftarrow ← " +
		"gets ← leftrightarrow ↔ Rightarrow ⇒ implies ⇒ Leftarrow ⇐ Leftrightarrow ⇔ iff ⇔ mapsto ↦ uparrow ↑ downarrow ↓ " +
		"longrightarrow ⟶ longleftarrow ⟵ Longrightarrow ⟹ prec ≺ succ ≻ colon : lt < gt > rightleftharpoons ⇌ hookrightarrow ↪"
	bigNames    = "sum ∑ prod ∏ coprod ∐ int ∫ iint ∬ iiint ∭ oint ∮ bigcap ⋂ bigcup ⋃ bigoplus ⨁ bigotimes ⨂ bigvee ⋁ bigwedge ⋀"
	openNames   = "{ { langle ⟨ lfloor ⌊ lceil ⌈ lbrace { lbrack [ lvert | lVert ‖"
	closeNames  = "} } rangle ⟩ rfloor ⌋ rceil ⌉ rbrace } rbrack ] rvert | rVert ‖"
	fenceNames  = "vert | Vert ‖ | ‖ backslash \\"
	accentNames = "hat ˆ widehat ˆ tilde ˜ widetilde ˜ dot ˙ ddot ¨ vec → check ˇ breve ˘ acute ´ grave `"
	spaceNames  = ", 3 : 4 > 4 ; 5 ! -3 quad 18 qquad 36" // eighteenths of an em
	words       = " arccos arcsin arctan arg cos cosh cot coth csc deg dim exp hom ker lg ln log mod sec sin sinh tan tanh "
	limitWords  = " det gcd inf lim liminf limsup max min Pr sup argmax argmin "
)

// named looks a name up in a table.
func named(table, name string) (string, bool) {
	fields := strings.Fields(table)
	for i := 0; i+1 < len(fields); i += 2 {
		if fields[i] == name {
			return fields[i+1], true
		}
	}
	return "", false
}

// symbol gives the character of a name, and its class.
func symbol(name string) (r rune, c class, ok bool) {
	for _, t := range []struct {
		table string
		class class
	}{
		{ordinaryNames, ordinary},
		{binaryNames, binary},
		{relationNames, relation},
		{openNames, opening},
		{closeNames, closing},
		{fenceNames, ordinary},
	} {
		if s, ok := named(t.table, name); ok {
			return []rune(s)[0], t.class, true
		}
	}
	return 0, ordinary, false
}

// classOf is what a character is that stands for itself.
func classOf(r rune) class {
	switch {
	case strings.ContainsRune("+-*−±×÷⋅", r):
		return binary
	case strings.ContainsRune("=<>:≤≥≠≈→←⇒⇔∈", r):
		return relation
	case strings.ContainsRune("([", r):
		return opening
	case strings.ContainsRune(")]!?", r):
		return closing
	case strings.ContainsRune(",;", r):
		return punctuation
	}
	return ordinary
}

// alphabet is a way to draw letters.
type alphabet int

const (
	italic alphabet = iota
	roman
	bold
	blackboard
	calligraphic
	fraktur
)

// in is a letter of an alphabet, where it has that one.
func (a alphabet) in(r rune) rune {
	switch {
	case a == italic && r == 'h':
		return 'ℎ'
	case a == italic && r >= 'α' && r <= 'ω':
		return r - 'α' + 0x1d6fc
	case a == roman, !(r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z'):
		return r
	}
	if s, ok := named(exceptions(a), string(r)); ok {
		return []rune(s)[0]
	}
	start := map[alphabet]rune{italic: 0x1d434, bold: 0x1d400, blackboard: 0x1d538, calligraphic: 0x1d49c, fraktur: 0x1d504}[a]
	if r >= 'a' {
		return start + 26 + r - 'a'
	}
	return start + r - 'A'
}

// exceptions are the letters of an alphabet that Unicode had before.
func exceptions(a alphabet) string {
	switch a {
	case blackboard:
		return "C ℂ H ℍ N ℕ P ℙ Q ℚ R ℝ Z ℤ"
	case calligraphic:
		return "B ℬ E ℰ F ℱ H ℋ I ℐ L ℒ M ℳ R ℛ e ℯ g ℊ o ℴ"
	case fraktur:
		return "C ℭ H ℌ I ℑ R ℜ Z ℨ"
	}
	return ""
}
