package io.duban.platform.identity;

import io.duban.contract.IdentityApi;
import io.duban.contract.MeDto;
import io.duban.contract.OrganizationListDto;
import io.duban.contract.OrganizationRowDto;
import io.duban.contract.PersonListDto;
import io.duban.contract.PersonRowDto;
import io.duban.contract.PostRefDto;
import io.duban.contract.RoleDto;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Who I am, and the directory; telephone numbers are not part of it. */
@RestController
class IdentityController implements IdentityApi {

    private final Permissions permissions;
    private final Directory directory;

    IdentityController(Permissions permissions, Directory directory) {
        this.permissions = permissions;
        this.directory = directory;
    }

    @Override
    public Mono<ResponseEntity<MeDto>> getMe(ServerWebExchange exchange) {
        var officer = Access.of(exchange).officer();
        var open = permissions.actions().stream()
                .filter(action -> !permissions.reach(officer, action).isNone())
                .sorted()
                .toList();
        return Mono.just(ResponseEntity.ok(new MeDto(
                officer.id(), officer.name(), officer.unitId(), posts(officer.posts()), officer.desktop(), open)));
    }

    @Override
    public Mono<ResponseEntity<OrganizationListDto>> listOrganizations(ServerWebExchange exchange) {
        return directory
                .organizations()
                .map(unit -> new OrganizationRowDto(unit.id(), unit.kind(), unit.name(), unit.shortName())
                        .parentId(unit.parentId()))
                .collectList()
                .map(OrganizationListDto::new)
                .map(ResponseEntity::ok);
    }

    @Override
    public Mono<ResponseEntity<PersonListDto>> listPersons(UUID unitId, RoleDto role, ServerWebExchange exchange) {
        return directory
                .persons(unitId, role == null ? null : Role.valueOf(role.name()))
                .map(person -> new PersonRowDto(person.id(), person.name(), person.unitId(), posts(person.posts())))
                .collectList()
                .map(PersonListDto::new)
                .map(ResponseEntity::ok);
    }

    private static List<PostRefDto> posts(Set<Post> posts) {
        return posts.stream()
                .sorted(java.util.Comparator.comparing(Post::role))
                .map(post -> new PostRefDto(RoleDto.valueOf(post.role().name()), post.unitId()))
                .toList();
    }
}
