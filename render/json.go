package render

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/toasoan/toasoan/article"
)

// JSON writes a in the wire format of package article, followed by a line
// break. It writes nothing and returns an error if the article cannot be
// written, see [article.Article.AppendJSON], or if the indent of the options
// is not of spaces and tabs; it returns the error of w.Write.
func JSON(w io.Writer, a *article.Article, opts *JSONOptions) error {
	if a == nil {
		a = new(article.Article)
	}
	data, err := a.AppendJSON(nil)
	if err != nil {
		return err
	}
	if opts != nil && opts.Indent != "" {
		if strings.Trim(opts.Indent, " \t") != "" {
			return fmt.Errorf("render: JSON indent %q is not of spaces and tabs", opts.Indent)
		}
		var b bytes.Buffer
		if err := json.Indent(&b, data, "", opts.Indent); err != nil {
			return err
		}
		data = b.Bytes()
	}
	_, err = w.Write(append(data, '\n'))
	return err
}
