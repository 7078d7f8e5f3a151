package org.larum.app.api.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.larum.app.problem.Problems.Mistake;

class PolicyDraftsTest {

    private final InMemoryLog log = new InMemoryLog();
    private final ConfigDesk desk = log.desk();
    private final PolicyDrafts drafts = new PolicyDrafts(desk);

    PolicyDraftsTest() {
        desk.apply("""
                people: {ada: {name: Ada, email: ada@example.test}}
                teams: {empty: {name: Nobody}}
                policies: {page: {steps: [{notify: ["person:ada"], wait: 5m}]}}
                """, "larum.yaml", false, false, InMemoryLog.WRITE);
    }

    private static Map<String, Object> asking(String target) {
        return Map.of("steps", List.of(Map.of("notify", List.of(target), "wait", "7m")));
    }

    private List<String> paths(String word, Map<String, Object> policy, boolean isNew) {
        return drafts.read(word, policy, isNew).mistakes().stream()
                .map(Mistake::path)
                .toList();
    }

    @Test
    void thoseInUseAreShownInTheShapeOfTheFile() {
        assertThat(drafts.inUse())
                .isEqualTo(Map.of(
                        "page",
                        Map.of("repeat", 0, "steps", List.of(Map.of("notify", List.of("person:ada"), "wait", "5m")))));
    }

    @Test
    void aDraftIsReadAsItWouldBeSavedAndNothingIsSaved() {
        log.forget();
        var read = drafts.read("page", asking("person:ada"), false);

        assertThat(read.mistakes()).isEmpty();
        assertThat(Objects.requireNonNull(read.policy()).steps().getFirst().pause())
                .isEqualTo(Duration.ofMinutes(7));
        assertThat(log.sent).isEmpty();
    }

    @Test
    void mistakesStandAtTheirStep() {
        assertThat(paths("page", asking("person:adda"), false)).containsExactly("policies.page.steps[0].notify[0]");
        assertThat(paths("page", asking("team:empty"), false)).containsExactly("policies.page.steps[0].notify");
        assertThat(paths("page", Map.of(), false)).containsExactly("policies.page.steps");
    }

    @Test
    void aDraftWithoutAWordIsReadAllTheSame() {
        var read = drafts.read("", asking("person:ada"), true);

        assertThat(read.policy()).isNotNull();
        assertThat(read.mistakes()).extracting(Mistake::path).containsExactly("policies");
        assertThat(paths("Not A Word", asking("person:adda"), true))
                .containsExactly("policies", "policies.draft.steps[0].notify[0]");
    }

    @Test
    void aNewOneDoesNotTakeTheWordOfAnother() {
        assertThat(drafts.read("page", asking("person:ada"), true).mistakes())
                .singleElement()
                .satisfies(mistake -> assertThat(mistake.message()).contains("There is a policy \"page\" already"));
        assertThat(paths("other", asking("person:ada"), true)).isEmpty();
    }
}
