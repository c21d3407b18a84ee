package mfm

import (
	"image/color"

	"github.com/alecthomas/chroma/v2"
)

// shade is what a piece of code is, as far as colours go.
type shade uint8

const (
	shadeText shade = iota
	shadeKeyword
	shadeString
	shadeComment
	shadeNumber
	shadeFunction
	shadeType
	shadeOperator
	shadePunctuation
	shadeTag
)

// ink is the colour of a shade: Catppuccin Latte, or One Dark.
func (s shade) ink(dark bool) color.NRGBA {
	var light, night uint32
	switch s {
	case shadeKeyword:
		light, night = 0x8839ef, 0xc678dd
	case shadeString:
		light, night = 0x40a02b, 0x98c379
	case shadeComment:
		light, night = 0x7c7f93, 0x7f848e
	case shadeNumber:
		light, night = 0xfe640b, 0xd19a66
	case shadeFunction:
		light, night = 0x1e66f5, 0x61afef
	case shadeType:
		light, night = 0xdf8e1d, 0xe5c07b
	case shadeOperator:
		light, night = 0x179299, 0x56b6c2
	case shadePunctuation:
		light, night = 0x7c7f93, 0xabb2bf
	case shadeTag:
		light, night = 0xe64553, 0xe06c75
	default:
		light, night = 0x4c4f69, 0xabb2bf
	}
	if dark {
		return rgb(night)
	}
	return rgb(light)
}

func rgb(v uint32) color.NRGBA {
	return color.NRGBA{R: uint8(v >> 16 & 0xff), G: uint8(v >> 8 & 0xff), B: uint8(v & 0xff), A: 0xff}
}

// codeGround is behind coloured code.
func codeGround(dark bool) color.NRGBA {
	if dark {
		return rgb(0x282c34)
	}
	return rgb(0xeff1f5)
}

// shadeOf tells the shade of a kind of token.
func shadeOf(t chroma.TokenType) shade {
	switch t {
	case chroma.KeywordType, chroma.NameClass, chroma.NameNamespace, chroma.NameBuiltinPseudo:
		return shadeType
	case chroma.KeywordConstant, chroma.NameConstant:
		return shadeNumber
	case chroma.NameFunction, chroma.NameFunctionMagic, chroma.NameBuiltin, chroma.NameDecorator:
		return shadeFunction
	case chroma.NameTag, chroma.NameAttribute, chroma.NameVariable, chroma.NameProperty:
		return shadeTag
	}
	switch t.Category() {
	case chroma.Keyword:
		return shadeKeyword
	case chroma.Comment:
		return shadeComment
	case chroma.Operator:
		return shadeOperator
	case chroma.Punctuation:
		return shadePunctuation
	case chroma.Literal:
		if t.InSubCategory(chroma.LiteralNumber) {
			return shadeNumber
		}
		return shadeString
	}
	return shadeText
}
