/* folder - answers a GET with a file, where --static names a folder that has it. */
#include "collector/answer.h"
#include "collector/folder.h"
#include <string.h>
#include <unistd.h>

/* Relative addresses of a page in a folder need the slash at its end. */
static enum MHD_Result answer_slash(request *r)
{
    grow location = { 0 };
    struct MHD_Response *response = MHD_create_response_from_buffer(0, NULL, MHD_RESPMEM_PERSISTENT);
    const char *name = strrchr(r->path, '/') + 1; /* relative, so that no path can name another host */
    grow_say(&location, "./");
    grow_say(&location, name);
    grow_add(&location, "/", 2);
    if (response && !location.failed)
        MHD_add_response_header(response, MHD_HTTP_HEADER_LOCATION, location.at);
    grow_free(&location);
    return answer_response(r, 301, response);
}

/* Files are asked about every time, and sent when they changed: the right thing for a shop one is working on.
 */
static void add_file_headers(struct MHD_Response *response, const files_found *found)
{
    MHD_add_response_header(response, MHD_HTTP_HEADER_ETAG, found->etag);
    MHD_add_response_header(response, MHD_HTTP_HEADER_CACHE_CONTROL, "no-cache");
    MHD_add_response_header(response, MHD_HTTP_HEADER_CONTENT_TYPE, found->type);
}

static enum MHD_Result answer_file(request *r, const files_found *found, unsigned status)
{
    const char *have = request_header(r, MHD_HTTP_HEADER_IF_NONE_MATCH);
    int same = status == 200 && have && strstr(have, found->etag) != NULL;
    struct MHD_Response *response = same ? MHD_create_response_from_buffer(0, NULL, MHD_RESPMEM_PERSISTENT)
                                         : MHD_create_response_from_fd(found->size, found->file);
    if (same || !response) close(found->file);
    if (response) add_file_headers(response, found);
    return answer_response(r, same ? 304 : status, response);
}

/* Who asks there is a program, or somebody who mistyped: a page of the shop would tell them nothing. */
static int is_for_programs(const char *path)
{
    return strncmp(path, "/api/", 5) == 0 || strncmp(path, "/v1/", 4) == 0;
}

/* In the words of the site that is served, where it has some. */
static enum MHD_Result answer_missing(request *r)
{
    files_found page;
    int is_for_people = !is_for_programs(r->path) && files_find(r->server->files, "/404.html", &page);
    if (is_for_people && !page.folder) return answer_file(r, &page, 404);
    return answer_problem(r, problem_of(404, "there is nothing here", "docs/wire.md lists the addresses"));
}

enum MHD_Result folder_answer(request *r)
{
    files_found found;
    if (!files_find(r->server->files, r->path, &found)) return answer_missing(r);
    r->allow_origin = "*"; /* the tag is fetched by pages of any shop */
    return found.folder ? answer_slash(r) : answer_file(r, &found, 200);
}
