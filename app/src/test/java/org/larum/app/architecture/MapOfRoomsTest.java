package org.larum.app.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The map in the README and in docs/rooms.md is what a newcomer trusts, so it must be the house that stands. */
class MapOfRoomsTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern ROW = Pattern.compile("\\| (\\w+) \\| `(\\w+)` \\| .+ \\|");
    private static final Pattern LINK = Pattern.compile("\\]\\((docs/[^)]+\\.md)\\)");
    private static final Map<String, String> ROOMS = Map.of(
            "domain", "domain/src/main/java/org/larum/domain",
            "projections", "projections/src/main/java/org/larum/projections",
            "notifiers", "notifiers/src/main/java/org/larum/notifiers",
            "reports", "reports/src/main/java/org/larum/reports",
            "app", "app/src/main/java/org/larum/app",
            "ui", "ui/src/rooms");

    @Test
    void theMapShowsEveryRoomAndNoOther() throws IOException {
        var shown = Stream.concat(readme().stream(), lines("docs/rooms.md").stream())
                .map(ROW::matcher)
                .filter(row -> row.matches())
                .map(row -> row.group(1) + "/" + row.group(2))
                .toList();
        var real = new TreeSet<String>();
        for (var module : ROOMS.entrySet()) {
            try (var folders = Files.list(ROOT.resolve(module.getValue()))) {
                folders.filter(Files::isDirectory)
                        .map(folder -> module.getKey() + "/" + folder.getFileName())
                        .forEach(real::add);
            }
        }
        assertThat(real).hasSizeGreaterThan(30);
        assertThat(shown).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(real);
    }

    @Test
    void everyDecisionIsLinkedAndEveryLinkLeadsSomewhere() throws IOException {
        var linked = readme().stream()
                .flatMap(line -> LINK.matcher(line).results())
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
        assertThat(linked).allSatisfy(link -> assertThat(ROOT.resolve(link)).exists());
        try (var decisions = Files.list(ROOT.resolve("docs/decisions"))) {
            assertThat(linked)
                    .containsAll(decisions
                            .map(file -> "docs/decisions/" + file.getFileName())
                            .toList());
        }
    }

    @Test
    void theReadmeCanBeReadInOneGo() throws IOException {
        assertThat(readme()).hasSizeBetween(50, 200);
    }

    private static List<String> readme() throws IOException {
        return lines("README.md");
    }

    private static List<String> lines(String file) throws IOException {
        return Files.readAllLines(ROOT.resolve(file));
    }
}
