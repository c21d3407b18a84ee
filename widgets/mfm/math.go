package mfm

import "mejiro/widgets/flow"

// mathInline draws a formula in the line.
func (b *builder) mathInline(formula string, st state) { b.text(formula, st.code()) }

// mathBlock draws a formula in a line of its own.
func (b *builder) mathBlock(formula string, st state) {
	b.box(flow.Box{Block: true}, st, func() { b.text(formula, st.code()) })
}
