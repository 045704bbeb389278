package main

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"os"

	"golang.org/x/image/bmp"
)

// largest is the side of the largest picture that an icon can hold.
const largest = 256

// icon puts pictures into one .ico file, as PNG, which Windows has read since Vista:
// https://learn.microsoft.com/windows/win32/uxguide/vis-icons. Each must be square
// and must show something.
func icon(files []string) ([]byte, error) {
	if len(files) == 0 {
		return nil, errors.New("an icon needs at least one picture")
	}
	var directory, pictures bytes.Buffer
	number := func(value any) { _ = binary.Write(&directory, binary.LittleEndian, value) }
	number([]uint16{0, 1, uint16(len(files))})
	const header, entry = 6, 16
	for _, file := range files {
		content, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		side, err := sideOf(content)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
		number([]uint8{uint8(side % largest), uint8(side % largest), 0, 0}) // 0 stands for 256
		number([]uint16{1, 32})
		number([]uint32{uint32(len(content)), uint32(header + entry*len(files) + pictures.Len())})
		pictures.Write(content)
	}
	return append(directory.Bytes(), pictures.Bytes()...), nil
}

// sideOf returns the length of a picture's side.
func sideOf(content []byte) (int, error) {
	picture, err := png.Decode(bytes.NewReader(content))
	if err != nil {
		return 0, fmt.Errorf("this is no picture in PNG: %w", err)
	}
	bounds := picture.Bounds()
	switch {
	case bounds.Dx() != bounds.Dy() || bounds.Dx() > largest:
		return 0, fmt.Errorf("the picture has %d × %d points: it must be square and have at most %d", bounds.Dx(), bounds.Dy(), largest)
	case blank(picture):
		return 0, errors.New("the picture shows nothing")
	}
	return bounds.Dx(), nil
}

// blank reports whether every point of a picture has the same colour.
func blank(picture image.Image) bool {
	bounds := picture.Bounds()
	first := picture.At(bounds.Min.X, bounds.Min.Y)
	for y := bounds.Min.Y; y < bounds.Max.Y; y++ {
		for x := bounds.Min.X; x < bounds.Max.X; x++ {
			if picture.At(x, y) != first {
				return false
			}
		}
	}
	return true
}

// The side of the installer's last page, as high and wide as NSIS has it.
const sideWidth, sideHeight, above = 164, 314, 48

var background = color.RGBA{0xe4, 0xe9, 0xf2, 0xff}

// side draws the icon on the side of the installer's last page.
func side(file string) ([]byte, error) {
	content, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	icon, err := png.Decode(bytes.NewReader(content))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	page := image.NewRGBA(image.Rect(0, 0, sideWidth, sideHeight))
	draw.Draw(page, page.Bounds(), image.NewUniform(background), image.Point{}, draw.Src)
	middle := image.Pt((sideWidth-icon.Bounds().Dx())/2, above)
	draw.Draw(page, icon.Bounds().Add(middle), icon, icon.Bounds().Min, draw.Over)
	var drawn bytes.Buffer
	err = bmp.Encode(&drawn, page)
	return drawn.Bytes(), err
}
