package org.larum.app.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.GetMapping;

/** An address that the web app shows is one that can be opened, reloaded, and put into a mail. */
class WebAppTest {

    private static final Pattern ROUTE = Pattern.compile("<Route path=\"([^\"]+)\"");

    @Test
    void eachRouteOfTheWebAppIsAnAddressOfTheServer() throws Exception {
        var method = WebApp.class.getDeclaredMethod("index");
        var served = Arrays.stream(method.getAnnotation(GetMapping.class).path())
                .map(path -> Pattern.compile(path.replaceAll("\\{[^}]+}", "[^/]+")))
                .toList();
        assertThat(routes())
                .hasSizeGreaterThan(10)
                .allMatch(route ->
                        served.stream().anyMatch(one -> one.matcher(route).matches()));
    }

    private static List<String> routes() throws IOException {
        return ROUTE.matcher(Files.readString(Path.of("../ui/src/routes.tsx")))
                .results()
                .map(found -> found.group(1))
                .toList();
    }
}
