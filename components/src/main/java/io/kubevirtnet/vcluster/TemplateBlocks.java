package io.kubevirtnet.vcluster;

import io.kubevirtnet.vcluster.TemplateAction.Word;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/** Follows the blocks of a Go template, and collects the fields that it asks for. */
final class TemplateBlocks {
  private static final Set<String> OPENING = Set.of("if", "range", "with", "define", "block");

  /** In these the dot is something else than the root. */
  private static final Set<String> MOVING = Set.of("range", "with", "define", "block");

  private static final Set<String> WITHOUT_ELSE = Set.of("define", "block");

  private record Block(String word, boolean inElse, TemplateText.Position position) {
    boolean movesDot() {
      return MOVING.contains(word) && !inElse;
    }
  }

  private final Deque<Block> open = new ArrayDeque<>();
  private final List<ConfigTemplate.Field> fields = new ArrayList<>();

  static List<ConfigTemplate.Field> fields(List<TemplateAction> actions) throws TemplateFault {
    var blocks = new TemplateBlocks();
    for (var action : actions) {
      blocks.action(action);
    }
    if (!blocks.open.isEmpty()) {
      var block = blocks.open.peek();
      throw new TemplateFault(block.word() + " has no end", block.position());
    }
    return List.copyOf(blocks.fields);
  }

  private void action(TemplateAction action) throws TemplateFault {
    if (action.isEmpty()) {
      throw new TemplateFault("an action says nothing", action.position());
    }
    parentheses(action);
    var word = action.words().get(0).text();
    if (word.equals("end")) {
      end(action);
    } else if (word.equals("else")) {
      otherwise(action);
    } else {
      // What a block is about is still said with the dot that is outside.
      collect(action.words());
      open(action, word);
    }
  }

  private void open(TemplateAction action, String word) throws TemplateFault {
    if (OPENING.contains(word)) {
      if (action.words().size() == 1) {
        throw new TemplateFault(word + " has no value", action.position());
      }
      open.push(new Block(word, false, action.position()));
    } else if ((word.equals("break") || word.equals("continue")) && !isInRange()) {
      throw new TemplateFault(word + " stands outside of a range", action.position());
    }
  }

  private boolean isInRange() {
    return open.stream().anyMatch(b -> b.word().equals("range") && !b.inElse());
  }

  private void end(TemplateAction action) throws TemplateFault {
    if (open.isEmpty()) {
      throw new TemplateFault("end has no block", action.position());
    }
    open.pop();
  }

  private void otherwise(TemplateAction action) throws TemplateFault {
    boolean more = action.says(1, "if") || action.says(1, "with");
    if (open.isEmpty() || open.peek().inElse() || WITHOUT_ELSE.contains(open.peek().word())) {
      throw new TemplateFault("else has no if, range or with", action.position());
    }
    if (more && action.words().size() == 2) {
      throw new TemplateFault(action.words().get(1).text() + " has no value", action.position());
    }
    var block = open.pop();
    collect(action.words());
    open.push(
        more
            ? new Block(action.words().get(1).text(), false, block.position())
            : new Block(block.word(), true, block.position()));
  }

  private static void parentheses(TemplateAction action) throws TemplateFault {
    int depth = 0;
    for (var word : action.words()) {
      depth += word.text().equals("(") ? 1 : word.text().equals(")") ? -1 : 0;
      if (depth < 0) {
        throw new TemplateFault("a parenthesis is closed that is not open", word.position());
      }
    }
    if (depth > 0) {
      throw new TemplateFault("a parenthesis is not closed", action.position());
    }
  }

  /** A chain such as {@code .Values.NodeClaim.Name}; one after a variable is not of the root. */
  private void collect(List<Word> words) {
    for (int i = 0; i < words.size(); i++) {
      boolean isRoot = words.get(i).text().equals("$");
      boolean starts = words.get(i).isField() && !isJoined(words, i);
      if (!starts && !(isRoot && i + 1 < words.size() && isJoined(words, i + 1))) {
        continue;
      }
      var first = words.get(isRoot ? i + 1 : i);
      var names = new ArrayList<String>();
      int next = isRoot ? i + 1 : i;
      do {
        names.add(words.get(next).text().substring(1));
        next++;
      } while (isJoined(words, next));
      boolean ofRoot = isRoot || open.stream().noneMatch(Block::movesDot);
      fields.add(new ConfigTemplate.Field(names, ofRoot, first.position().toString()));
      i = next - 1;
    }
  }

  /** A field of what stands directly before it. */
  private static boolean isJoined(List<Word> words, int i) {
    return i < words.size() && words.get(i).isField() && words.get(i).joined() && isOwner(words, i);
  }

  private static boolean isOwner(List<Word> words, int i) {
    var before = words.get(i - 1).text();
    return before.startsWith(".") || before.startsWith("$") || before.equals(")");
  }
}
