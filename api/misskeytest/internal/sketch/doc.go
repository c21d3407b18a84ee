// Package sketch draws pictures of filled shapes: it builds paths, lays them
// down in colours and gradients, and turns the result into pixels.
//
// A Sketch belongs to one goroutine while it is made; finished ones may be
// read by many.
package sketch
