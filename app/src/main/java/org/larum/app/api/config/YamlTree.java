package org.larum.app.api.config;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.DuplicateKeyException;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * The text of a file as maps, lists and plain values. Of what is wrong it tells the place, and never the parser's own
 * message: that quotes the line, and the line may hold a secret.
 */
final class YamlTree {

    static final int MOST_BYTES = 4 * 1024 * 1024;
    private static final int DEEPEST = 20;
    private static final int MOST_ALIASES = 50;

    private static final String TOO_LARGE = "The file is larger than 4 MiB. Write less, or apply it in parts.";

    private YamlTree() {}

    static ConfigMistakes tooLarge() {
        return new ConfigMistakes("file", TOO_LARGE);
    }

    static String text(byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            throw tooLarge();
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new ConfigMistakes("file", "The file is not in UTF-8. Save it as UTF-8.");
        }
    }

    static @Nullable Object parse(String text) {
        if (text.length() > MOST_BYTES) {
            throw tooLarge();
        }
        try {
            return yaml().load(text);
        } catch (MarkedYAMLException e) {
            throw at(e.getProblemMark(), sentence(e));
        } catch (ReaderException e) {
            var before = text.substring(0, Math.min(e.getPosition(), text.length()));
            long line = before.chars().filter(c -> c == '\n').count() + 1;
            throw new ConfigMistakes("line " + line, "There is a control character here. Take it out.");
        } catch (YAMLException e) {
            throw new ConfigMistakes("file", limit(String.valueOf(e.getMessage())));
        } catch (IllegalArgumentException e) {
            throw new ConfigMistakes(
                    "file", "A value does not fit the type tag before it. Take the tag, such as !!int, out.");
        }
    }

    private static Yaml yaml() {
        var output = new DumperOptions();
        return new Yaml(new SafeConstructor(limits()), new Representer(output), output, limits(), new PlainTimes());
    }

    /** A time stays as it was written: read by YAML it would have lost whether a zone was given. */
    private static final class PlainTimes extends Resolver {
        @Override
        public void addImplicitResolver(Tag tag, Pattern regexp, String first, int limit) {
            if (!tag.equals(Tag.TIMESTAMP)) {
                super.addImplicitResolver(tag, regexp, first, limit);
            }
        }
    }

    private static LoaderOptions limits() {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setAllowRecursiveKeys(false);
        options.setMaxAliasesForCollections(MOST_ALIASES);
        options.setNestingDepthLimit(DEEPEST);
        options.setCodePointLimit(MOST_BYTES);
        return options;
    }

    private static ConfigMistakes at(@Nullable Mark mark, String sentence) {
        return mark == null
                ? new ConfigMistakes("file", sentence)
                : new ConfigMistakes(
                        "line " + (mark.getLine() + 1), sentence + " (column " + (mark.getColumn() + 1) + ")");
    }

    private static String sentence(MarkedYAMLException e) {
        var problem = String.valueOf(e.getProblem());
        if (e instanceof DuplicateKeyException) {
            return "A name is here for the second time in the same block. Keep one of the two.";
        }
        if (problem.contains("TAB")) {
            return "This line is indented with a tab. Use spaces.";
        }
        if (problem.startsWith("found undefined alias")) {
            return "A text that begins with \"*\" must be in quotes.";
        }
        if (problem.startsWith("could not determine a constructor") || problem.startsWith("Global tag")) {
            return "A text that begins with \"!\" must be in quotes.";
        }
        if (problem.contains("cannot start any token")) {
            return "A text that begins with this character must be in quotes.";
        }
        if (problem.startsWith("mapping values are not allowed")) {
            return "A colon is not expected here. Put a text that holds \": \" in quotes, and check the indentation.";
        }
        if (problem.contains("another document")) {
            return "A second document begins here. Put everything into one, without \"---\" in between.";
        }
        if (problem.contains("<stream end>") || problem.contains("end of stream")) {
            return "Something is not closed at the end of the file: a quote, a bracket or a brace.";
        }
        return "This is not YAML. Check the indentation, the quotes and the colons around here.";
    }

    private static String limit(String message) {
        if (message.startsWith("Nesting Depth")) {
            return "The file is nested deeper than 20 levels. It needs 6 at most.";
        }
        if (message.contains("aliases")) {
            return "The file has more than 50 aliases (*name). Write the parts out.";
        }
        if (message.contains("code point") || message.contains("exceeds the limit")) {
            return TOO_LARGE;
        }
        return "This is not YAML. Check the indentation, the quotes and the colons.";
    }
}
