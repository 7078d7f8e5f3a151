package org.larum.app.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaMethod;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.larum.app.security.Permit;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.function.server.RouterFunction;

/** Every way into the server says whom it lets in. */
class RoutesTest {

    private static List<JavaMethod> routes() {
        return Code.SHIPPED.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isMetaAnnotatedWith(RequestMapping.class))
                .toList();
    }

    @Test
    void everyRouteDeclaresItsPermission() {
        assertThat(routes()).hasSizeGreaterThanOrEqualTo(30);
        for (var route : routes()) {
            boolean isDeclared =
                    route.isAnnotatedWith(Permit.class) || route.getOwner().isAnnotatedWith(Permit.class);
            assertThat(isDeclared).as(route.getFullName() + " declares @Permit").isTrue();
        }
    }

    @Test
    void thereIsNoOtherKindOfRoute() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .areAssignableTo(RouterFunction.class)
                .because("permissions are read from the methods of controllers: another kind of route would have none")
                .check(Code.SHIPPED);
    }
}
