package io.kubevirtnet.provider.markup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MarkupTest {

  @Test
  void textIsNeverMarkup() {
    var element = Element.of("p", "</p><script>\"a\" & 'b'");

    assertThat(element.text())
        .isEqualTo("<p>&lt;/p&gt;&lt;script&gt;&quot;a&quot; &amp; &#39;b&#39;</p>");
  }

  @Test
  void anAttributeNeverEnds() {
    var element = Element.of("a").attribute("title", "\" onclick=\"x");

    assertThat(element.text()).isEqualTo("<a title=\"&quot; onclick=&quot;x\"></a>");
  }

  @Test
  void whatIsNoVisibleCharacterIsShownAsItsNumber() {
    assertThat(Element.of("p", "a\u202eb\u0000c\u2028d\ud800e\u200bf").text())
        .isEqualTo(
            "<p>a\u27e8U+202E\u27e9b\u27e8U+0000\u27e9c\u27e8U+2028\u27e9d\u27e8U+D800\u27e9e"
                + "\u27e8U+200B\u27e9f</p>");
  }

  @Test
  void lettersOfAllScriptsStay() {
    assertThat(Element.of("p", "\u00e9 \u4e2d \ud83d\ude80 \u05d0\n").text())
        .isEqualTo("<p>\u00e9 \u4e2d \ud83d\ude80 \u05d0\n</p>");
  }

  @Test
  void aNameIsAName() {
    assertThatThrownBy(() -> Element.of("p onclick")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Element.of("p").attribute("a=b", ""))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anElementWithoutContentHasNoEnd() {
    assertThat(Element.of("input").attribute("hidden").text()).isEqualTo("<input hidden=\"\">");
  }
}
