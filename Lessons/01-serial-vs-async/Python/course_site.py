"""The site: the framework's code and a little code of our own. It computes, so it needs the thread."""

from verbs import work


# [01:02] [01:04] The framework's code. It computes, so it needs the thread, and there is only one.
class Site:
    def receive(self, request):
        work(request.receive)
        return request

    def greet(self, user, request):
        work(request.greet)
        return f"Welcome back, {user}!"

    def respond(self, greeting, courses, request):
        work(request.respond)
        return greeting, courses
