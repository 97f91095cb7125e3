package io.kubevirtnet.vcluster;

import java.util.List;

/**
 * One <code>{{ … }}</code> of a Go template.
 *
 * @param words identifiers, fields such as {@code .Values}, variables, texts and signs
 */
record TemplateAction(List<Word> words, TemplateText.Position position) {
  TemplateAction {
    words = List.copyOf(words);
  }

  /**
   * @param joined it follows the word before it without a space
   */
  record Word(String text, boolean joined, TemplateText.Position position) {
    boolean isField() {
      return text.length() > 1 && text.startsWith(".");
    }
  }

  boolean isEmpty() {
    return words.isEmpty();
  }

  boolean says(int index, String word) {
    return index < words.size() && words.get(index).text().equals(word);
  }
}
