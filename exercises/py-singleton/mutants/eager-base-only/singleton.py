class Singleton:
    def __new__(cls):
        if "_instance" not in cls.__dict__:
            instance = super().__new__(cls)
            instance.value = 0
            cls._instance = instance
        return cls._instance


Singleton()
